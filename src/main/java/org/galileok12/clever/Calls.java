package org.galileok12.clever;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;

/**
 * Lists the only requests that may ever leave for Clever: reading the token list, what a token is, the district, the five
 * collections and the events. Immutable.
 */
final class Calls {

    /** Clever's collections, in Clever's words. */
    static final Set<String> COLLECTIONS = Set.of("schools", "terms", "courses", "users", "sections");

    static final String TOKENS = "/oauth/tokens";
    static final String TOKEN_INFO = "/oauth/tokeninfo";

    private static final String EVENTS = "events";

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");

    private final HttpHost api;
    private final HttpHost oauth;
    private final Set<String> apiPaths;

    Calls(URI api, URI oauth, String version) {
        this.api = host(api);
        this.oauth = host(oauth);
        this.apiPaths = Stream.concat(COLLECTIONS.stream(), Stream.of("districts", EVENTS))
                .map(name -> "/" + version + "/" + name)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isApi(ClassicHttpRequest request) {
        return isFor(api, request) && apiPaths.contains(path(request));
    }

    boolean isTokenList(ClassicHttpRequest request) {
        return isFor(oauth, request) && TOKENS.equals(path(request));
    }

    boolean isTokenInfo(ClassicHttpRequest request) {
        return isFor(oauth, request) && TOKEN_INFO.equals(path(request));
    }

    /** Whether the data API answers this path; its answers tell of the rate limit. */
    static boolean isOfApi(String path) {
        return !TOKENS.equals(path) && !TOKEN_INFO.equals(path);
    }

    /** Whether the last part of this path is one of the five collections. */
    static boolean isCollection(String path) {
        return COLLECTIONS.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    static boolean isEvents(String path) {
        return path.endsWith("/" + EVENTS);
    }

    /** Method and path for messages. The query is left out: it may hold what does not belong in a log. */
    static String name(ClassicHttpRequest request) {
        return request.getMethod() + " " + path(request);
    }

    static boolean isCleverId(String text) {
        return ID.matcher(text).matches();
    }

    static String path(ClassicHttpRequest request) {
        return CleverUri.path(request.getPath());
    }

    private static boolean isFor(HttpHost host, ClassicHttpRequest request) {
        return "GET".equals(request.getMethod())
                && host.equals(new HttpHost(
                        request.getScheme(),
                        request.getAuthority().getHostName(),
                        port(request.getScheme(), request.getAuthority().getPort())));
    }

    private static HttpHost host(URI url) {
        return new HttpHost(url.getScheme(), url.getHost(), port(url.getScheme(), url.getPort()));
    }

    static int port(String scheme, int port) {
        return port >= 0 ? port : "https".equals(scheme) ? 443 : 80;
    }
}
