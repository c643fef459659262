package io.serviceconcept.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.virtual.threads.VirtualThreads;
import io.serviceconcept.eventsourcing.http.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Looks again and again at evaluations that somebody follows: for all who follow one, once in every {@link #PAUSE}. What
 * changes it may have been stored by another instance, and midnight changes it, too; so it is looked at, not told of.
 */
@ApplicationScoped
class EvaluationWatch {

    static final Duration PAUSE = Duration.ofMillis(300);

    private static final Logger LOG = Logger.getLogger(EvaluationWatch.class);
    private static final int ID_BYTES = 12;

    private final Evaluations evaluations;
    private final ObjectMapper json;
    private final ExecutorService threads;
    private final LoadingCache<Followed, Seen> seen;

    EvaluationWatch(Evaluations evaluations, ObjectMapper json, @VirtualThreads ExecutorService threads) {
        this.evaluations = evaluations;
        this.json = json;
        this.threads = threads;
        this.seen = Caffeine.newBuilder().expireAfterWrite(PAUSE.minusMillis(50)).build(this::look);
    }

    private record Followed(String organisation, String concept) {
    }

    /**
     * An evaluation as it was seen.
     *
     * @param id the same for the same evaluation, on every instance
     * @param evaluation as JSON
     */
    record Seen(String id, String evaluation) {
    }

    /** @throws ProblemException 404 when nothing is evaluated */
    Seen now(String organisation, String concept) {
        return seen.get(new Followed(organisation, concept));
    }

    /**
     * An evaluation as it is now, and then each time it has become another, until nobody listens. It fails with a
     * {@link ProblemException} when nothing is evaluated (any more); while the database is away nothing comes.
     */
    Multi<Seen> follow(String organisation, String concept) {
        Followed followed = new Followed(organisation, concept);
        return Multi.createBy().repeating()
                .uni(() -> Uni.createFrom().item(() -> seen.get(followed)).runSubscriptionOn(threads)
                        .onFailure(failure -> !(failure instanceof ProblemException)).invoke(LOG::debug)
                        .onFailure(failure -> !(failure instanceof ProblemException)).recoverWithNull())
                .withDelay(PAUSE).indefinitely()
                .skip().repetitions();
    }

    /** In a context of its own: what the follower's request has read before would be read from its memory again. */
    private Seen look(Followed followed) throws JsonProcessingException {
        ManagedContext context = Arc.container().requestContext();
        ContextState ofTheFollower = context.getStateIfActive();
        context.deactivate();
        context.activate();
        try {
            String evaluation = json
                    .writeValueAsString(evaluations.of(followed.organisation(), followed.concept(), Instant.now()));
            return new Seen(id(evaluation), evaluation);
        } finally {
            context.terminate();
            if (ofTheFollower != null) {
                context.activate(ofTheFollower);
            }
        }
    }

    private static String id(String evaluation) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(evaluation.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
