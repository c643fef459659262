package io.serviceconcept.eventsourcing;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

/** Writes a personal value only where it is sealed, and refuses everywhere else. */
final class PersonalWriter extends JsonSerializer<Personal> {

    @Override
    public void serialize(Personal personal, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (!(provider.getAttribute(Sealing.class) instanceof Sealing sealing)) {
            throw JsonMappingException.from(json, "personal data is written by the event store alone;"
                    + " leave it out of contract records and answers, or reveal() it on purpose");
        }
        json.writeStartObject();
        // the context is that of the object just begun; its parent knows the name or index of the field
        String pointer = Objects.requireNonNull(json.getOutputContext().getParent()).pathAsPointer().toString();
        json.writeStringField("subject", personal.subject().value());
        Optional<String> sealed = personal.reveal().flatMap(value -> sealing.seal(pointer, personal.subject(), value));
        if (sealed.isPresent()) {
            json.writeStringField("sealed", sealed.get());
        }
        json.writeEndObject();
    }
}
