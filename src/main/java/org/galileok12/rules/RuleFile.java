package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A YAML file checked against its JSON schema: what it says, on which line, and every mistake in it.
 *
 * <p>Reading never throws for a wrong file; the mistakes are {@link #findings()}, in the order of the file. Keys are text, a
 * key that stands twice is a mistake. Immutable and safe to share.
 */
public final class RuleFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final JsonNode content;
    private final Map<String, Integer> lines;
    private final List<Finding> findings;

    private RuleFile(Path file, YamlTree tree, List<Finding> findings) {
        this.file = file;
        this.content = tree.content();
        this.lines = Map.copyOf(tree.lines());
        this.findings = findings.stream()
                .sorted(Comparator.comparingInt(Finding::line))
                .distinct()
                .toList();
    }

    /** Reads a file whose schema lies beside it: {@code grades.yaml} is held against {@code grades.schema.json}. */
    public static RuleFile read(Path file) {
        var name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return read(file, file.resolveSibling(name + ".schema.json"));
    }

    /** A schema that is missing or is no JSON is itself a finding. */
    public static RuleFile read(Path file, Path schema) {
        JsonNode parsed;
        try {
            parsed = JSON.readTree(Files.readString(schema));
        } catch (IOException e) {
            var tree = YamlTree.read(file);
            tree.findings().add(new Finding(schema, 0, "The JSON schema is missing or is no JSON."));
            return new RuleFile(file, tree, tree.findings());
        }
        return read(file, parsed);
    }

    /** For a schema that comes from elsewhere, such as Camel's own; drafts 4 to 2020-12 by its {@code $schema}. */
    public static RuleFile read(Path file, JsonNode schema) {
        var tree = YamlTree.read(file);
        var result = new RuleFile(file, tree, tree.findings());
        if (tree.content().isMissingNode()) {
            return result;
        }
        var findings = new ArrayList<>(tree.findings());
        var version = SpecVersionDetector.detectOptionalVersion(schema, false).orElse(VersionFlag.V202012);
        var config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        JsonSchemaFactory.getInstance(version)
                .getSchema(schema, config)
                .validate(tree.content())
                .forEach(message -> findings.add(result.finding(message)));
        return new RuleFile(file, tree, findings);
    }

    /** The file as it was given. */
    public Path file() {
        return file;
    }

    /** What the file says; a missing node when it is no YAML at all. */
    public JsonNode content() {
        return content;
    }

    /** Empty when the file is right. */
    public List<Finding> findings() {
        return findings;
    }

    /** The line, from 1, of the value at a JSON pointer, or of the nearest value above it that the file has. */
    public int line(String pointer) {
        var at = pointer;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return lines.getOrDefault(at, 1);
    }

    /** A finding of the caller's own, about the value at a JSON pointer. */
    public Finding finding(String pointer, String sentence) {
        return new Finding(file, line(pointer), sentence);
    }

    /** The content, or {@link BrokenRules} with all findings. */
    JsonNode valid() {
        if (!findings.isEmpty()) {
            throw new BrokenRules(findings);
        }
        return content;
    }

    private Finding finding(ValidationMessage message) {
        var pointer = message.getInstanceLocation().toString();
        var property = message.getProperty() == null ? "" : "/" + YamlTree.escape(message.getProperty());
        var place = pointer.isEmpty() ? "At the top" : "At " + pointer;
        return finding(pointer + property, place + ": " + message.getError() + ".");
    }
}
