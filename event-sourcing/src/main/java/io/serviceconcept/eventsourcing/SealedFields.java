package io.serviceconcept.eventsourcing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where each sealed text was stored within an event. An upcaster may move a field, but its seal is bound to the place it
 * was stored at. Other objects that look alike are found too; nobody asks for them.
 */
final class SealedFields {

    private static final String AT_TWO_PLACES = "";

    private final Map<String, String> pointers = new HashMap<>();
    private final Set<SubjectId> subjects = new HashSet<>();

    static SealedFields in(JsonNode event) {
        SealedFields found = new SealedFields();
        found.look(event, JsonPointer.empty());
        return found;
    }

    private void look(JsonNode node, JsonPointer pointer) {
        if (node.isObject() && node.path("sealed").isTextual() && node.path("subject").isTextual()) {
            add(pointer, node.path("subject").textValue(), node.path("sealed").textValue());
        }
        if (node.isObject()) {
            node.properties().forEach(field -> look(field.getValue(), pointer.appendProperty(field.getKey())));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            look(node.get(i), pointer.appendIndex(i));
        }
    }

    private void add(JsonPointer pointer, String subject, String sealed) {
        pointers.merge(sealed, pointer.toString(), (one, other) -> AT_TWO_PLACES);
        try {
            subjects.add(new SubjectId(subject));
        } catch (IllegalArgumentException e) {
            // looks alike only; were it a personal field, its reader would refuse it
            pointers.remove(sealed);
        }
    }

    Set<SubjectId> subjects() {
        return subjects;
    }

    Optional<String> open(Sealing sealing, SubjectId subject, String sealed) {
        String pointer = pointers.get(sealed);
        if (pointer == null || pointer.equals(AT_TWO_PLACES)) {
            throw new IllegalStateException("a sealed field was copied, or is not as it was stored");
        }
        return sealing.open(pointer, subject, sealed);
    }
}
