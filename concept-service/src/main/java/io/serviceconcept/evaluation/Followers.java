package io.serviceconcept.evaluation;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.ProblemException;
import io.smallrye.mutiny.Multi;

/** Counts who follows something for long on this instance: each holds a connection, and others need some, too. */
@ApplicationScoped
class Followers {

    private final AtomicInteger following = new AtomicInteger();
    private final int most;

    /** @param most {@code evaluation-streams.most}: how many may follow at the same time */
    Followers(@ConfigProperty(name = "evaluation-streams.most", defaultValue = "200") int most) {
        this.most = most;
    }

    /**
     * The same, until it ends, counted.
     *
     * @throws ProblemException 503 when too many follow already
     */
    <T> Multi<T> counted(Multi<T> followed) {
        if (following.get() >= most) {
            throw Problem.of(503, "too-many-followers", "Too many followers",
                    "As many as this service allows are following evaluations at the moment. Try again shortly.").exception();
        }
        return followed.onSubscription().invoke(following::incrementAndGet).onTermination().invoke(following::decrementAndGet);
    }
}
