package io.serviceconcept.concept;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptRejection.BlockingReason;
import io.serviceconcept.eventsourcing.http.Worded;

/** Why a concept cannot be proposed yet, as a problem tells it. */
record ToldReason(String code, String message, @Nullable String subject) implements Worded {

    static ToldReason of(BlockingReason reason) {
        return new ToldReason(reason.code(), reason.message(), reason.subject());
    }

    @Override
    public ToldReason in(UnaryOperator<String> language) {
        return new ToldReason(code, language.apply(message), subject);
    }
}
