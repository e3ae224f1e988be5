package org.galileok12.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.galileok12.rules.Finding;
import org.galileok12.rules.RuleFile;

/** One text value in a YAML file, with its place. What it means in a Camel route is read from where it stands. */
record YamlText(RuleFile yaml, String pointer, String value) {

    private static final Pattern ROUTE_ID = Pattern.compile("/\\d+/route/id");
    private static final Pattern FROM = Pattern.compile("/\\d+/(route/)?from(/uri)?");
    private static final Pattern BEAN = Pattern.compile(".*/(bean|method)/ref");

    static Stream<YamlText> in(RuleFile yaml) {
        return in(yaml, "", yaml.content());
    }

    private static Stream<YamlText> in(RuleFile yaml, String pointer, JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .flatMap(entry -> in(
                            yaml,
                            pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1"),
                            entry.getValue()));
        }
        if (node.isArray()) {
            return IntStream.range(0, node.size()).boxed().flatMap(i -> in(yaml, pointer + "/" + i, node.path(i)));
        }
        return node.isTextual() ? Stream.of(new YamlText(yaml, pointer, node.asText())) : Stream.empty();
    }

    int line() {
        return yaml.line(pointer);
    }

    Finding finding(String sentence) {
        return yaml.finding(pointer, sentence);
    }

    boolean isRouteId() {
        return ROUTE_ID.matcher(pointer).matches();
    }

    /** Also false for the id itself and for the description. */
    boolean isInRouteOf(YamlText id) {
        var route = id.pointer.substring(0, id.pointer.length() - "id".length());
        return yaml == id.yaml && pointer.startsWith(route + "from");
    }

    boolean isFrom() {
        return FROM.matcher(pointer).matches();
    }

    boolean isBeanReference() {
        return BEAN.matcher(pointer).matches() && isFixed();
    }

    boolean isDirectTarget() {
        return value.startsWith("direct:") && !isFrom() && isFixed();
    }

    /** The endpoint without its options. */
    String endpoint() {
        return value.replaceFirst("\\?.*", "");
    }

    private boolean isFixed() {
        return !value.contains("${") && !value.contains("{{");
    }
}
