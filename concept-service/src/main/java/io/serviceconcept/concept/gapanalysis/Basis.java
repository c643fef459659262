package io.serviceconcept.concept.gapanalysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.serviceconcept.eventsourcing.http.InvalidInput;

/** Which fits count: what people think of a channel, or what customers say of it. */
@Schema(name = "FitBasis")
enum Basis {
    ASSESSED,
    MEASURED;

    static Optional<Basis> parse(String word) {
        return Arrays.stream(values()).filter(basis -> basis.word().equals(word)).findFirst();
    }

    /**
     * @throws InvalidInput when the word of a request is neither
     */
    static Basis asked(String basis) {
        return parse(basis).orElseThrow(() -> new InvalidInput("?basis", "is assessed or measured"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
