package io.serviceconcept.concept.gapanalysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which fits count: what people think of a channel, or what customers say of it. */
@Schema(name = "FitBasis")
enum Basis {
    ASSESSED,
    MEASURED;

    static Optional<Basis> parse(String word) {
        return Arrays.stream(values()).filter(basis -> basis.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
