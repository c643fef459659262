package io.serviceconcept.idea.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.idea.IdeaOutline.IdeaEffect;

/** Expected effects as they are kept in a row. */
final class Effects {

    private Effects() {
    }

    static String json(List<IdeaEffect> effects) {
        try {
            return EventTypes.json().writeValueAsString(effects);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<IdeaEffect> read(String json) {
        try {
            return List.of(EventTypes.json().readValue(json, IdeaEffect[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
