package org.galileok12.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which page of the product a link may ask for: a path of the list, and never another site.
 *
 * <p>Nothing is decoded or resolved: a text that a browser or the product could read in two ways (an escape, a backslash, an
 * empty part, {@code ..}, a query) is not passed on at all, so what comes out is what was judged. Immutable and safe to share.
 */
public final class ReturnPaths {

    private static final int LONGEST = 512;
    private static final String PART = "[A-Za-z0-9_~-][A-Za-z0-9._~-]*";
    private static final Pattern CANONICAL = Pattern.compile("/|(?:/" + PART + ")+");

    private final List<Pattern> allowed;

    ReturnPaths(List<String> paths) {
        allowed = paths.stream().map(ReturnPaths::pattern).toList();
    }

    /** The path as it was asked for; empty when it is not on the list, and the product then opens its own first page. */
    public Optional<String> allowed(@Nullable String asked) {
        return Optional.ofNullable(asked)
                .filter(path ->
                        path.length() <= LONGEST && CANONICAL.matcher(path).matches())
                .filter(path ->
                        allowed.stream().anyMatch(listed -> listed.matcher(path).matches()));
    }

    private static Pattern pattern(String listed) {
        if (listed.equals("/")) {
            return Pattern.compile("/");
        }
        return Pattern.compile(Pattern.compile("/")
                .splitAsStream(listed.substring(1))
                .map(part -> switch (part) {
                    case "**" -> "(?:/" + PART + ")+";
                    case "*" -> "/" + PART;
                    default -> "/" + Pattern.quote(part);
                })
                .collect(Collectors.joining()));
    }
}
