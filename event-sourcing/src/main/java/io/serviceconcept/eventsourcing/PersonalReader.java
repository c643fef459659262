package io.serviceconcept.eventsourcing;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads a personal value only from the event store, and refuses everywhere else. */
final class PersonalReader extends JsonDeserializer<Personal> {

    /** Opens the sealed fields of one event. */
    @FunctionalInterface
    interface Opener {
        Optional<String> open(SubjectId subject, String sealed);
    }

    @Override
    public Personal deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!(context.getAttribute(Opener.class) instanceof Opener opener)) {
            throw JsonMappingException.from(json, "personal data is read by the event store alone");
        }
        JsonNode fields = context.readTree(json);
        JsonNode sealed = fields.path("sealed");
        if (!fields.path("subject").isTextual() || !(sealed.isTextual() || sealed.isMissingNode())) {
            throw JsonMappingException.from(json, "not a personal value");
        }
        SubjectId subject = new SubjectId(fields.path("subject").textValue());
        return sealed.isMissingNode() ? Personal.erased(subject)
                : opener.open(subject, sealed.textValue()).map(value -> Personal.of(subject, value))
                        .orElseGet(() -> Personal.erased(subject));
    }
}
