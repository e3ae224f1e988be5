package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows where people may be sent after they signed in: the two lists of {@code sso.yaml}. Immutable and safe to share. */
public final class SsoRules {

    private static final String ANY_PORT = "*";

    private final Path file;
    private final List<String> loginUrls;
    private final ReturnPaths returnPaths;

    private SsoRules(Path file, List<String> loginUrls, ReturnPaths returnPaths) {
        this.file = file;
        this.loginUrls = List.copyOf(loginUrls);
        this.returnPaths = returnPaths;
    }

    /** Throws {@link BrokenRules} for an address that is neither https nor the own machine's, or a path that is none. */
    public static SsoRules load(Path file) {
        var content = RuleFile.read(file).valid();
        return new SsoRules(
                file, texts(content.path("login-urls")), new ReturnPaths(texts(content.path("return-paths"))));
    }

    /** Whether people may be handed over at this address. It is compared letter for letter; only {@code *} is any port. */
    public boolean isLoginUrl(String address) {
        return loginUrls.stream().anyMatch(listed -> isSame(listed, address));
    }

    /** A sentence for whoever set the product's login address, where people may not be handed over at it. */
    public Optional<String> problem(String loginUrl) {
        return isLoginUrl(loginUrl)
                ? Optional.empty()
                : Optional.of("GALILEO_LOGIN_URL is not among login-urls in " + file
                        + ". Add it there, or set it to one that is.");
    }

    /** The pages of the product that a link may ask for. */
    public ReturnPaths returnPaths() {
        return returnPaths;
    }

    private static boolean isSame(String listed, String address) {
        var star = listed.indexOf(ANY_PORT);
        return star < 0
                ? listed.equals(address)
                : Pattern.matches(
                        Pattern.quote(listed.substring(0, star))
                                + "[1-9][0-9]{0,4}"
                                + Pattern.quote(listed.substring(star + 1)),
                        address);
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
