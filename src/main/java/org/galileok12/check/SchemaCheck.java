package org.galileok12.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galileok12.rules.Finding;
import org.galileok12.rules.RuleFile;

/** Holds a route file against Camel's JSON schema and names the line of each mistake. Immutable and thread-safe. */
final class SchemaCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAMEL = "/schema/camelYamlDsl.json";

    private final JsonSchema schema;

    private SchemaCheck(JsonNode schema) {
        var version = SpecVersionDetector.detectOptionalVersion(schema, false).orElse(VersionFlag.V202012);
        var config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        // Camel's schema marks what is deprecated, a word that draft 4 lacks: the library would warn about its own
        // ignorance.
        var words = JsonMetaSchema.builder(
                        JsonSchemaFactory.checkVersion(version).getInstance())
                .keyword(new NonValidationKeyword("deprecated"))
                .build();
        this.schema = JsonSchemaFactory.getInstance(version, builder -> builder.metaSchema(words))
                .getSchema(schema, config);
    }

    /** The schema of Camel's own YAML language, from the very version of Camel that runs the routes. */
    static SchemaCheck ofCamelRoutes() {
        try (var schema = SchemaCheck.class.getResourceAsStream(CAMEL)) {
            if (schema == null) {
                throw new IllegalStateException(CAMEL + " is not on the class path: camel-yaml-dsl is missing.");
            }
            return new SchemaCheck(JSON.readTree(schema));
        } catch (IOException e) {
            throw new IllegalStateException(CAMEL + " of camel-yaml-dsl cannot be read.", e);
        }
    }

    List<Finding> findings(RuleFile yaml) {
        if (yaml.content().isMissingNode()) {
            return List.of();
        }
        return deepest(schema.validate(yaml.content()))
                .filter(message -> !isPlaceholderForAValue(message))
                .map(message -> finding(yaml, message))
                .distinct()
                .toList();
    }

    /**
     * An alternative (oneOf, anyOf) reports the failures of all its branches, at several depths. The one that went deepest
     * is the one the writer meant; what is reported about the values around it is only its echo.
     */
    private static Stream<ValidationMessage> deepest(Set<ValidationMessage> messages) {
        Map<String, List<ValidationMessage>> byPlace = messages.stream()
                .collect(Collectors.groupingBy(
                        m -> m.getInstanceLocation().toString(), TreeMap::new, Collectors.toList()));
        return byPlace.entrySet().stream()
                .filter(place -> byPlace.keySet().stream().noneMatch(other -> inside(place.getKey(), other)))
                .flatMap(place -> mostExact(place.getValue()));
    }

    /** Camel resolves {{…}} before it reads a number or a switch; its schema knows the number only. */
    private static boolean isPlaceholderForAValue(ValidationMessage message) {
        var value = message.getInstanceNode();
        return "type".equals(message.getType())
                && value != null
                && value.isTextual()
                && value.asText().matches("\\{\\{[^{}]+}}");
    }

    private static boolean inside(String outer, String inner) {
        return inner.length() > outer.length() && inner.startsWith(outer + "/");
    }

    private static Stream<ValidationMessage> mostExact(List<ValidationMessage> messages) {
        for (var kind : List.of("additionalProperties", "required", "enum", "pattern")) {
            var exact = messages.stream().filter(m -> kind.equals(m.getType())).toList();
            if (!exact.isEmpty()) {
                return exact.stream();
            }
        }
        return messages.stream().limit(1);
    }

    private static Finding finding(RuleFile yaml, ValidationMessage message) {
        var pointer = message.getInstanceLocation().toString();
        if ("additionalProperties".equals(message.getType())) {
            var key = message.getProperty();
            var escaped = key.replace("~", "~0").replace("/", "~1");
            return yaml.finding(pointer + "/" + escaped, "The key '" + key + "' is not known here.");
        }
        return yaml.finding(pointer, "At " + pointer + ": " + message.getError() + ".");
    }
}
