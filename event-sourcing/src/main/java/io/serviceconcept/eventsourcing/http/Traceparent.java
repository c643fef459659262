package io.serviceconcept.eventsourcing.http;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** Where a request is in its trace, as <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a> writes it. */
final class Traceparent {

    private Traceparent() {
    }

    /** Of the span that is current; null when there is none, as with traces turned off. */
    static @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? "00-" + span.getTraceId() + '-' + span.getSpanId() + '-' + span.getTraceFlags().asHex()
                : null;
    }
}
