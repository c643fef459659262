package io.serviceconcept.concept;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.http.AsOfParameter;
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
        return AsOf.of(past());
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
        return past(request.params().getAll(AsOfParameter.NAME));
    }

    private @Nullable Instant past(List<String> asked) {
        if (asked.size() > 1) {
            throw new InvalidInput(List.of(AsOfParameter.invalid()));
        }
        Instant moment = AsOfParameter.moment(asked.isEmpty() ? null : asked.getFirst());
        return moment != null && moment.isBefore(caller.now()) ? moment : null;
    }

    /**
     * For what is not kept as it was: no moment can be asked for, rather than that today's answer is taken for that of then.
     *
     * @throws InvalidInput when one is asked for
     */
    public void onlyNow() {
        if (!asked().isEmpty()) {
            throw new InvalidInput('?' + AsOfParameter.NAME, "cannot be asked here yet: this is only known as it is now");
        }
    }

    private List<String> asked() {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return reads ? request.params().getAll(AsOfParameter.NAME) : List.of();
    }
}
