package io.serviceconcept.concept;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.concept.ContentDiff.PartNames;

/** Finds what can be compared with what in the JSON of one kind of content. */
final class ContentItems {

    private ContentItems() {
    }

    /**
     * Something that can be compared.
     *
     * @param fields the values in it by JSON Pointer; what is empty is left out
     */
    record Item(Map<String, JsonNode> fields) {

        static final Item NONE = new Item(Map.of());
    }

    /**
     * The items by what they are about: the id of a part, or the ids of the parts that they relate. What is about nothing
     * that has a name is one item, with an empty key.
     */
    static Map<List<String>, Item> of(JsonNode content, PartNames names) {
        Map<List<String>, Item> items = new LinkedHashMap<>();
        if (content.isArray()) {
            List<JsonNode> relations = content.valueStream().flatMap(ContentItems::unfolded).toList();
            if (relations.stream().noneMatch(item -> about(item, names).isEmpty())) {
                relations.forEach(item -> items.put(about(item, names), item(item, names)));
                return items;
            }
        }
        Item whole = new Item(leaves(content));
        if (!whole.fields().isEmpty()) {
            items.put(List.of(), whole);
        }
        return items;
    }

    /** What relates one part to a list of others is as many relations: a need and its importance to each group. */
    private static Stream<JsonNode> unfolded(JsonNode item) {
        if (item.has("id")) {
            return Stream.of(item);
        }
        List<Map.Entry<String, JsonNode>> lists = item.properties().stream()
                .filter(field -> field.getValue().isArray() && field.getValue().path(0).isObject()).toList();
        if (lists.size() != 1) {
            return item.properties().stream().anyMatch(field -> field.getValue().isArray() && field.getValue().isEmpty())
                    ? Stream.empty()
                    : Stream.of(item);
        }
        Map.Entry<String, JsonNode> list = lists.getFirst();
        return list.getValue().valueStream().map(inner -> {
            ObjectNode relation = item.deepCopy();
            relation.remove(list.getKey());
            inner.properties().forEach(field -> relation.set(field.getKey(), field.getValue()));
            return relation;
        });
    }

    private static List<String> about(JsonNode item, PartNames names) {
        if (item.path("id").isTextual()) {
            return List.of(item.path("id").textValue());
        }
        return item.valueStream().filter(JsonNode::isTextual).map(JsonNode::textValue).filter(names::knows).toList();
    }

    private static Item item(JsonNode item, PartNames names) {
        List<String> about = about(item, names);
        Map<String, JsonNode> fields = leaves(item);
        fields.entrySet().removeIf(field -> field.getKey().lastIndexOf('/') == 0 && field.getValue().isTextual()
                && about.contains(field.getValue().textValue()));
        return new Item(fields);
    }

    private static Map<String, JsonNode> leaves(JsonNode node) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect(node, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String pointer, Map<String, JsonNode> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), pointer + '/' + field.getKey(), leaves));
        } else if (!node.isNull() && !node.isMissingNode() && !(node.isArray() && node.isEmpty())) {
            leaves.put(pointer, node);
        }
    }
}
