package io.serviceconcept.eventsourcing.http;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.serviceconcept.eventsourcing.Metadata;

/**
 * The trace that something is done in, so that what follows from a request can be found by it.
 *
 * @param correlationId the id of the trace; a random one where there is none
 * @param traceparent the W3C trace context; null where there is none
 */
public record Trace(UUID correlationId, @Nullable String traceparent) {

    /** Of the request at hand, or of the piece of work. */
    public static Trace current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? of("00-" + span.getTraceId() + '-' + span.getSpanId() + '-' + span.getTraceFlags().asHex())
                : new Trace(UUID.randomUUID(), null);
    }

    /** One that was kept, for what is done later. */
    public static Trace of(String traceparent) {
        String id = traceparent.substring(3, 35);
        return new Trace(new UUID(Long.parseUnsignedLong(id.substring(0, 16), 16),
                Long.parseUnsignedLong(id.substring(16), 16)), traceparent);
    }

    /**
     * Of events that follow from a request.
     *
     * @param actor who asked
     */
    public Metadata metadata(String actor) {
        return new Metadata(actor, correlationId, null, traceparent);
    }
}
