package org.galileok12.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All rules in {@code rules/} of a routes folder, each held against the JSON schema that lies beside it. Immutable. */
public final class RulesFiles {

    private final List<Path> files;

    public RulesFiles(Path routesFolder) {
        files = Folder.files(routesFolder.resolve("rules"), ".yaml");
    }

    public int count() {
        return files.size();
    }

    public List<Finding> findings() {
        return files.stream().flatMap(RulesFiles::findings).sorted().toList();
    }

    private static Stream<Finding> findings(Path file) {
        var name = file.getFileName().toString();
        var schema = file.resolveSibling(name.substring(0, name.length() - ".yaml".length()) + ".schema.json");
        var yaml = YamlFile.read(file);
        if (!yaml.findings().isEmpty()) {
            return yaml.findings().stream();
        }
        if (!Files.isRegularFile(schema)) {
            return Stream.of(new Finding(file, 0, "has no schema beside it: " + schema.getFileName() + " is missing"));
        }
        try (var input = Files.newInputStream(schema)) {
            return SchemaCheck.of(input).findings(yaml).stream();
        } catch (IOException e) {
            return Stream.of(new Finding(schema, 0, "cannot be read as JSON"));
        }
    }
}
