package io.serviceconcept.concept;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * The moment that a reading asks for with {@code asOf}: what was known then. Whatever reads a concept through
 * {@link Concepts} answers as of that moment. Changes are made on what is there now, whatever they ask.
 */
@RequestScoped
public class AskedMoment {

    static final String PARAMETER = "asOf";

    private final HttpServerRequest request;
    private final Caller caller;

    AskedMoment(HttpServerRequest request, Caller caller) {
        this.request = request;
        this.caller = caller;
    }

    /**
     * Up to where streams are read; a moment that lies ahead is now.
     *
     * @throws InvalidInput when it is not one instant
     */
    public AsOf asOf() {
        return asOf(past());
    }

    /**
     * Up to where streams are read for this moment.
     *
     * @param past null for now
     */
    public static AsOf asOf(@Nullable Instant past) {
        // no database knows years before the oldest calendars, and nothing was recorded then
        return past == null ? AsOf.now() : new AsOf.Time(past.isBefore(Instant.EPOCH) ? Instant.EPOCH : past);
    }

    /**
     * The moment itself, at most now.
     *
     * @throws InvalidInput when it is not one instant
     */
    Instant instant() {
        Instant past = past();
        return past == null ? caller.now() : past;
    }

    /**
     * The moment when it lies behind; null for now. The clock of the database may be a little ahead of ours: what is asked
     * as now is not cut off at our now.
     *
     * @throws InvalidInput when it is not one instant
     */
    public @Nullable Instant past() {
        return past(asked());
    }

    /**
     * The same of a request that reads, whatever its method: with a body it is no GET.
     *
     * @throws InvalidInput when it is not one instant
     */
    public @Nullable Instant pastOfReading() {
        return past(request.params().getAll(PARAMETER));
    }

    private @Nullable Instant past(List<String> asked) {
        if (asked.isEmpty()) {
            return null;
        }
        Instant moment = parsed(asked);
        return moment.isBefore(caller.now()) ? moment : null;
    }

    /**
     * For what is not kept as it was: no moment can be asked for, rather than that today's answer is taken for that of then.
     *
     * @throws InvalidInput when one is asked for
     */
    public void onlyNow() {
        if (!asked().isEmpty()) {
            throw new InvalidInput('?' + PARAMETER, "cannot be asked here yet: this is only known as it is now");
        }
    }

    private List<String> asked() {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return reads ? request.params().getAll(PARAMETER) : List.of();
    }

    private static Instant parsed(List<String> asked) {
        try {
            if (asked.size() == 1) {
                // a plus that was not escaped arrives as a space
                return OffsetDateTime.parse(asked.getFirst().replace(' ', '+')).toInstant();
            }
        } catch (DateTimeParseException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static InvalidInput invalid() {
        return new InvalidInput('?' + PARAMETER, "is one instant, as in 2026-11-22T10:00:00Z");
    }
}
