package org.galileok12.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file as Camel reads it (YAML 1.2, where "on" and "no" are words), with the line of every value. */
record YamlFile(Path path, String text, JsonNode tree, List<YamlFile.Leaf> leaves) {

    /** A scalar value and its JSON pointer, such as /0/route/from/uri. */
    record Leaf(String pointer, String value, int line) {

        /** The nearest key; the steps of a list have the key of their list. */
        String key() {
            return pointer.replaceFirst("(/\\d+)+$", "").replaceFirst(".*/", "");
        }
    }

    static YamlFile read(Path path) {
        var text = Project.text(path);
        var settings = LoadSettings.builder().setLabel(path.toString()).build();
        var leaves = new ArrayList<Leaf>();
        new Compose(settings).composeString(text).ifPresent(root -> collect("", root, leaves));
        var tree = new ObjectMapper().<JsonNode>valueToTree(new Load(settings).loadFromString(text));
        return new YamlFile(path, text, tree, leaves);
    }

    /** The line of the first value at or below the pointer; 1 when there is none. */
    int line(String pointer) {
        return leaves.stream()
                .filter(leaf -> (leaf.pointer() + "/").startsWith(pointer + "/"))
                .mapToInt(Leaf::line)
                .findFirst()
                .orElse(1);
    }

    private static void collect(String pointer, Node node, List<Leaf> leaves) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(pair -> {
                var key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                collect(pointer + "/" + key, pair.getValueNode(), leaves);
            });
        } else if (node instanceof SequenceNode sequence) {
            for (var i = 0; i < sequence.getValue().size(); i++) {
                collect(pointer + "/" + i, sequence.getValue().get(i), leaves);
            }
        } else if (node instanceof ScalarNode scalar) {
            var line = scalar.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
            leaves.add(new Leaf(pointer, scalar.getValue(), line));
        }
    }
}
