package io.serviceconcept.eventsourcing;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

/** An event as it was stored: upcast to what it is today, its personal fields still sealed. */
public final class StoredEvent {

    private final String name;
    private final ObjectReader reader;
    private final JsonNode today;
    private final SealedFields fields;

    StoredEvent(String name, ObjectReader reader, JsonNode today, SealedFields fields) {
        this.name = name;
        this.reader = reader;
        this.today = today;
        this.fields = fields;
    }

    /** Whose keys are needed to open it. */
    public Set<SubjectId> subjects() {
        return fields.subjects();
    }

    /**
     * @throws IllegalArgumentException if the JSON is not of the event's shape
     * @throws IllegalStateException if a personal field was changed or moved since it was stored
     */
    public Object open(Sealing sealing) {
        PersonalReader.Opener opener = (subject, sealed) -> fields.open(sealing, subject, sealed);
        try {
            return reader.withAttribute(PersonalReader.Opener.class, opener).readValue(today);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read as " + name, e);
        }
    }
}
