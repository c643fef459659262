package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.concept.ContentItems.Item;
import io.serviceconcept.concept.EditionDiff.FieldDiff;
import io.serviceconcept.concept.EditionDiff.KindDiff;
import io.serviceconcept.concept.EditionDiff.NamedPart;
import io.serviceconcept.concept.EditionDiff.PartDiff;

/**
 * Compares what two editions hold. It works on their JSON, so that whatever an edition comes to hold takes part: what has
 * an id is compared part by part, what relates parts pair by pair, and everything else as it stands.
 */
final class ContentDiff {

    /** Changes without an edition, so it is no difference between editions. */
    private static final Map<String, Set<String>> OPERATIONAL = Map.of("channels", Set.of("/status"));

    /** What the API calls otherwise than the record does. */
    private static final Map<String, String> WORDS = Map.of("groups", "customerGroups");

    private final JsonNode before;
    private final JsonNode after;
    private final PartNames namesBefore;
    private final PartNames namesAfter;

    private ContentDiff(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
        this.namesBefore = PartNames.in(after).and(PartNames.in(before));
        this.namesAfter = PartNames.in(before).and(PartNames.in(after));
    }

    static List<KindDiff> between(EditionContent before, EditionContent after) {
        return new ContentDiff(Trees.of(before), Trees.of(after)).kinds();
    }

    private List<KindDiff> kinds() {
        Set<String> kinds = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(kinds::add);
        after.fieldNames().forEachRemaining(kinds::add);
        return kinds.stream().map(this::kind).filter(Objects::nonNull).toList();
    }

    private @Nullable KindDiff kind(String kind) {
        Map<List<String>, Item> former = ContentItems.of(before.path(kind), namesBefore);
        Map<List<String>, Item> latter = ContentItems.of(after.path(kind), namesAfter);
        Set<List<String>> keys = new LinkedHashSet<>(former.keySet());
        keys.addAll(latter.keySet());
        List<PartDiff> added = new ArrayList<>();
        List<PartDiff> removed = new ArrayList<>();
        List<PartDiff> changed = new ArrayList<>();
        for (List<String> key : keys) {
            Item was = former.getOrDefault(key, Item.NONE);
            Item is = latter.getOrDefault(key, Item.NONE);
            List<FieldDiff> fields = fields(kind, was, is);
            if (key.isEmpty()) {
                addUnlessSame(changed, key, fields);
            } else if (was == Item.NONE) {
                added.add(new PartDiff(about(key, namesAfter), fields));
            } else if (is == Item.NONE) {
                removed.add(new PartDiff(about(key, namesBefore), fields));
            } else {
                addUnlessSame(changed, key, fields);
            }
        }
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() ? null
                : new KindDiff(WORDS.getOrDefault(kind, kind), added, removed, changed);
    }

    private void addUnlessSame(List<PartDiff> changed, List<String> key, List<FieldDiff> fields) {
        if (!fields.isEmpty()) {
            changed.add(new PartDiff(about(key, namesAfter), fields));
        }
    }

    private List<FieldDiff> fields(String kind, Item was, Item is) {
        Set<String> pointers = new TreeSet<>(was.fields().keySet());
        pointers.addAll(is.fields().keySet());
        pointers.removeAll(OPERATIONAL.getOrDefault(kind, Set.of()));
        if (was == Item.NONE || is == Item.NONE) {
            // the part is told by its name already
            pointers.remove("/name");
        }
        List<FieldDiff> fields = new ArrayList<>();
        for (String pointer : pointers) {
            JsonNode former = was.fields().get(pointer);
            JsonNode latter = is.fields().get(pointer);
            if (!same(former, latter)) {
                fields.add(new FieldDiff(pointer, namesBefore.beside(former), namesAfter.beside(latter)));
            }
        }
        return fields;
    }

    private static List<NamedPart> about(List<String> key, PartNames names) {
        return key.stream().map(id -> new NamedPart(id, names.of(id))).toList();
    }

    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one == null || other == null ? one == other : one.equals(ContentDiff::compareScalars, other);
    }

    private static int compareScalars(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    /** The names that parts have in a content. */
    record PartNames(Map<String, String> byId) {

        static PartNames in(JsonNode content) {
            Map<String, String> names = new LinkedHashMap<>();
            parts(content).filter(item -> item.path("name").isTextual())
                    .forEach(item -> names.put(item.path("id").textValue(), item.path("name").textValue()));
            // what joins other parts has no name of its own
            Map<String, String> joined = new LinkedHashMap<>(names);
            parts(content).filter(item -> !item.path("name").isTextual()).forEach(item -> joined.put(
                    item.path("id").textValue(),
                    item.valueStream().filter(JsonNode::isTextual).map(JsonNode::textValue).filter(names::containsKey)
                            .map(names::get).collect(Collectors.joining(" – "))));
            return new PartNames(joined);
        }

        private static Stream<JsonNode> parts(JsonNode content) {
            return content.valueStream().flatMap(JsonNode::valueStream).filter(item -> item.path("id").isTextual());
        }

        /** The names of both; those of the other go first. */
        PartNames and(PartNames other) {
            Map<String, String> names = new LinkedHashMap<>(byId);
            names.putAll(other.byId);
            return new PartNames(names);
        }

        boolean knows(String id) {
            return byId.containsKey(id);
        }

        String of(String id) {
            return byId.getOrDefault(id, id);
        }

        /** The value with the name beside every id in it. */
        @Nullable
        JsonNode beside(@Nullable JsonNode value) {
            if (value == null) {
                return null;
            }
            if (value.isTextual()) {
                return beside(value, value.textValue());
            }
            if (value.isArray()) {
                ArrayNode named = Trees.array();
                value.forEach(item -> named.add(beside(item)));
                return named;
            }
            if (value.isObject()) {
                ObjectNode named = Trees.object();
                value.properties().forEach(field -> named.set(field.getKey(), beside(field.getValue())));
                return named;
            }
            return value;
        }

        /** A key of two parts has a bar between their ids. */
        private JsonNode beside(JsonNode value, String text) {
            List<String> ids = List.of(text.split("\\|"));
            if (ids.isEmpty() || !ids.stream().allMatch(this::knows)) {
                return value;
            }
            return Trees.object().put("id", text).put("name",
                    String.join(" | ", ids.stream().map(this::of).toList()));
        }
    }
}
