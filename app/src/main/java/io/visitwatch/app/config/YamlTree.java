package io.visitwatch.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A YAML file as a tree of plain values that knows where each value stands.
 *
 * <p>Own tags, anchors used more than a few times and double keys are refused. Only {@code true} and {@code false} are Booleans:
 * in the YAML most readers know, {@code country: NO} would be one too.
 *
 * @param root the values
 * @param name name of the file for messages
 * @param marks place of each value by JSON pointer
 */
record YamlTree(JsonNode root, String name, Map<String, Mark> marks) {
    private static final int MAX_CHARACTERS = 10_000_000;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_VALUES = 1_000_000;

    /** Reads one document. An empty file is an empty mapping. */
    static YamlTree parse(Reader text, String name) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setNestingDepthLimit(MAX_DEPTH);
        DumperOptions unused = new DumperOptions();
        Yaml yaml = new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits);
        try {
            Node node = yaml.compose(text);
            Builder builder = new Builder(name);
            JsonNode root = node == null ? JsonNodeFactory.instance.objectNode() : builder.build(node, "", 0);
            return new YamlTree(root, name, Map.copyOf(builder.marks));
        } catch (MarkedYAMLException e) {
            throw new ConfigException(place(name, e.getProblemMark()), "", "no valid YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new ConfigException(name, "", "no valid YAML: " + e.getMessage());
        }
    }

    /** {@code file:line:column} of a value, or of the nearest value around it. */
    String place(String pointer) {
        String at = pointer;
        while (!marks.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return place(name, marks.get(at));
    }

    private static String place(String name, @org.jspecify.annotations.Nullable Mark mark) {
        return mark == null ? name : name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    /** One pass over the composed nodes. */
    private static final class Builder {
        private final Map<String, Mark> marks = new HashMap<>();
        private final String name;
        private int values;

        Builder(String name) {
            this.name = name;
        }

        JsonNode build(Node node, String pointer, int depth) {
            marks.putIfAbsent(pointer, node.getStartMark());
            if (depth > MAX_DEPTH) { // an alias that contains itself
                throw refuse(node, pointer, "nested deeper than " + MAX_DEPTH);
            }
            if (++values > MAX_VALUES) { // aliases within aliases: a few lines that stand for millions
                throw refuse(node, pointer, "more than " + MAX_VALUES + " values: write fewer aliases");
            }
            if (node instanceof MappingNode mapping) {
                return mapping(mapping, pointer, depth);
            }
            if (node instanceof SequenceNode sequence) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (Node item : sequence.getValue()) {
                    array.add(build(item, pointer + "/" + array.size(), depth + 1));
                }
                return array;
            }
            return scalar((ScalarNode) node, pointer);
        }

        private ObjectNode mapping(MappingNode mapping, String pointer, int depth) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                    throw refuse(tuple.getKeyNode(), pointer, "a key must be plain text");
                }
                String key = keyNode.getValue();
                String child = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
                if (object.has(key)) {
                    throw refuse(keyNode, child, "the key appears twice: remove one");
                }
                marks.put(child, keyNode.getStartMark());
                object.set(key, build(tuple.getValueNode(), child, depth + 1));
            }
            return object;
        }

        private JsonNode scalar(ScalarNode node, String pointer) {
            String text = node.getValue();
            boolean plain = node.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
            String tag = node.getTag().getValue();
            if (!tag.startsWith("tag:yaml.org,2002:")) {
                throw refuse(node, pointer, "tag " + tag + " is not allowed: write a plain value");
            }
            if (!plain) {
                return JsonNodeFactory.instance.textNode(text);
            }
            return switch (tag.substring(tag.lastIndexOf(':') + 1)) {
                case "null" -> JsonNodeFactory.instance.nullNode();
                case "int" -> whole(text);
                case "float" -> fraction(text);
                case "bool" -> truth(text);
                default -> JsonNodeFactory.instance.textNode(text);
            };
        }

        private static JsonNode whole(String text) {
            return text.matches("[-+]?(0|[1-9][0-9]{0,17})")
                    ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                    : JsonNodeFactory.instance.textNode(text); // octal, sexagesimal and the like are text here
        }

        private static JsonNode fraction(String text) {
            return text.matches("[-+]?[0-9]+\\.[0-9]+([eE][-+]?[0-9]+)?")
                    ? JsonNodeFactory.instance.numberNode(Double.parseDouble(text))
                    : JsonNodeFactory.instance.textNode(text);
        }

        private static JsonNode truth(String text) {
            return switch (text) {
                case "true" -> JsonNodeFactory.instance.booleanNode(true);
                case "false" -> JsonNodeFactory.instance.booleanNode(false);
                default -> JsonNodeFactory.instance.textNode(text);
            };
        }

        private ConfigException refuse(Node node, String pointer, String why) {
            return new ConfigException(place(name, node.getStartMark()), ConfigCheck.dotted(pointer), why);
        }
    }
}
