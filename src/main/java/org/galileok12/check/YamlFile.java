package org.galileok12.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The content of one YAML file as JSON, together with the line of every value. Immutable. */
final class YamlFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private JsonNode json = MissingNode.getInstance();

    private YamlFile(Path file) {
        this.file = file;
    }

    /** Never throws for a broken file: what is wrong with it is in {@link #findings()}. */
    static YamlFile read(Path file) {
        var result = new YamlFile(file);
        try {
            result.parse(Files.readString(file));
        } catch (MarkedYAMLException e) {
            result.add(e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1, syntaxProblem(e));
        } catch (YAMLException | IllegalArgumentException | IOException e) {
            result.add(0, "cannot be read as YAML: " + e.getMessage());
        }
        return result;
    }

    Path file() {
        return file;
    }

    /** Syntax errors and duplicate keys. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** A missing node when the file could not be parsed or is empty. */
    JsonNode json() {
        return json;
    }

    /** Line of the value at a JSON pointer, or of the nearest value around it; for a key, the line of the key. */
    int line(String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private void parse(String text) {
        var options = new LoaderOptions();
        var yaml = new Yaml(
                new Values(options), new Representer(new DumperOptions()), new DumperOptions(), options, new NoDates());
        @Nullable Node root = yaml.compose(new StringReader(text));
        if (root == null) {
            add(1, "is empty");
            return;
        }
        locate(root, "");
        if (findings.isEmpty()) {
            json = JSON.valueToTree(new Values(options).of(root));
        }
    }

    private void locate(Node node, String pointer) {
        if (node instanceof MappingNode mapping) {
            locateEntries(mapping, pointer);
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                var item = sequence.getValue().get(i);
                lines.put(pointer + "/" + i, item.getStartMark().getLine() + 1);
                locate(item, pointer + "/" + i);
            }
        }
    }

    private void locateEntries(MappingNode mapping, String pointer) {
        Map<String, Integer> first = new HashMap<>();
        for (var entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                int line = key.getStartMark().getLine() + 1;
                var before = first.putIfAbsent(key.getValue(), line);
                if (before != null) {
                    add(line, "the key '" + key.getValue() + "' is already in line " + before + "; keep one of them");
                }
                lines.put(child(pointer, key.getValue()), line);
                locate(entry.getValueNode(), child(pointer, key.getValue()));
            }
        }
    }

    private void add(int line, String message) {
        findings.add(new Finding(file, line, message));
    }

    private static String syntaxProblem(MarkedYAMLException e) {
        return "is not valid YAML: " + e.getProblem() + (e.getContext() == null ? "" : " (" + e.getContext() + ")");
    }

    private static final class Values extends SafeConstructor {
        Values(LoaderOptions options) {
            super(options);
        }

        Object of(Node node) {
            return constructDocument(node);
        }
    }

    /** Camel and the rules know no date type: 2026-08-01 is text to them. */
    private static final class NoDates extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, @Nullable String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }
}
