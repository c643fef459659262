package io.serviceconcept.eventsourcing.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import io.serviceconcept.eventsourcing.Sealing;
import io.serviceconcept.eventsourcing.SubjectId;

/** For tests: personal values in base64 instead of sealed. Nobody is ever erased. */
enum PlainSealing implements Sealing {
    INSTANCE;

    @Override
    public Optional<String> seal(String pointer, SubjectId subject, String value) {
        return Optional.of(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<String> open(String pointer, SubjectId subject, String sealed) {
        return Optional.of(new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8));
    }
}
