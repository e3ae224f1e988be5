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
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a YAML file against a JSON schema and names the line of each mistake. Immutable and thread-safe. */
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

    /** @throws IOException when the schema cannot be read or is not JSON */
    static SchemaCheck of(InputStream schema) throws IOException {
        return new SchemaCheck(JSON.readTree(schema));
    }

    /** The schema of Camel's own YAML language, from the very version of Camel that runs the routes. */
    static SchemaCheck ofCamelRoutes() {
        try (var schema = SchemaCheck.class.getResourceAsStream(CAMEL)) {
            if (schema == null) {
                throw new IllegalStateException(CAMEL + " is not on the class path: camel-yaml-dsl is missing.");
            }
            return of(schema);
        } catch (IOException e) {
            throw new IllegalStateException(CAMEL + " of camel-yaml-dsl cannot be read.", e);
        }
    }

    List<Finding> findings(YamlFile yaml) {
        if (yaml.json().isMissingNode()) {
            return List.of();
        }
        return deepest(schema.validate(yaml.json()))
                .map(m -> finding(yaml, m))
                .distinct()
                .sorted()
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

    private static Finding finding(YamlFile yaml, ValidationMessage message) {
        var pointer = message.getInstanceLocation().toString();
        var place = pointer.isEmpty() ? "" : pointer + " ";
        if ("additionalProperties".equals(message.getType())) {
            var key = message.getProperty();
            return new Finding(
                    yaml.file(), yaml.line(YamlFile.child(pointer, key)), "the key '" + key + "' is not known here");
        }
        var text = message.getMessage();
        var said = text.substring(text.indexOf(": ") < 0 ? 0 : text.indexOf(": ") + 2);
        return new Finding(yaml.file(), yaml.line(pointer), place + said);
    }
}
