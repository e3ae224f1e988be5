package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file as JSON, with the line on which each value stands. A key that stands twice in one mapping is a finding.
 *
 * <p>Keys are always text. Unlike YAML 1.1, only plain numbers of up to 18 digits, {@code true}, {@code false}, {@code on},
 * {@code off} and {@code null} have a meaning of their own: a Clever id such as {@code 580000000000000000000e12} stays text.
 */
final class YamlTree {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,14})\\.[0-9]{1,15}");
    private static final int DEEPEST = 60;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Path file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private JsonNode content = MissingNode.getInstance();

    private YamlTree(Path file) {
        this.file = file;
    }

    static YamlTree read(Path file) {
        var tree = new YamlTree(file);
        tree.parse();
        return tree;
    }

    /** Missing when the file could not be read. */
    JsonNode content() {
        return content;
    }

    Map<String, Integer> lines() {
        return lines;
    }

    List<Finding> findings() {
        return findings;
    }

    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private void parse() {
        try {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                findings.add(new Finding(file, 1, "The file is empty."));
            } else {
                content = json(root, "", 0);
            }
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            findings.add(new Finding(file, mark == null ? 0 : mark.getLine() + 1, "Not YAML: " + e.getProblem() + "."));
        } catch (YAMLException e) {
            findings.add(new Finding(file, 0, "Not YAML: " + e.getMessage() + "."));
        } catch (IOException e) {
            findings.add(new Finding(file, 0, "The file is missing or cannot be read as UTF-8."));
        }
    }

    private JsonNode json(Node node, String pointer, int depth) {
        lines.putIfAbsent(pointer, line(node));
        if (depth > DEEPEST) {
            findings.add(new Finding(file, line(node), "More than " + DEEPEST + " levels: an alias refers to itself?"));
            return JSON.nullNode();
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer, depth);
        }
        if (node instanceof SequenceNode sequence) {
            var array = JSON.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(json(item, pointer + "/" + array.size(), depth + 1));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private JsonNode object(MappingNode mapping, String pointer, int depth) {
        var object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            var keyLine = line(entry.getKeyNode());
            if (!(entry.getKeyNode() instanceof ScalarNode scalarKey)) {
                findings.add(new Finding(file, keyLine, "A key must be plain text."));
                continue;
            }
            var key = scalarKey.getValue();
            var below = pointer + "/" + escape(key);
            if (object.has(key)) {
                findings.add(new Finding(
                        file, keyLine, "'" + key + "' stands twice here, first on line " + lines.get(below) + "."));
                continue;
            }
            lines.put(below, keyLine);
            object.set(key, json(entry.getValueNode(), below, depth + 1));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode node) {
        var text = node.getValue();
        if (!node.isPlain()) {
            return JSON.textNode(text);
        }
        if (WHOLE.matcher(text).matches()) {
            var number = Long.parseLong(text);
            return number == (int) number ? JSON.numberNode((int) number) : JSON.numberNode(number);
        }
        if (DECIMAL.matcher(text).matches()) {
            return JSON.numberNode(Double.parseDouble(text));
        }
        return switch (text) {
            case "", "~", "null" -> JSON.nullNode();
            case "true", "on" -> JSON.booleanNode(true);
            case "false", "off" -> JSON.booleanNode(false);
            default -> JSON.textNode(text);
        };
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
