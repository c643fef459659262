package io.serviceconcept.response;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.StreamId;

/** Responses as they are now. */
@ApplicationScoped
public class Responses {

    private final CommandHandler<ResponseCommand, ResponseState, ResponseEvent, ResponseRejection> handler;

    Responses(EventStore store) {
        this.handler = new CommandHandler<>(store, new ResponseDecider(), ResponseEvent.class);
    }

    /** What a response says; empty when it does not count, or not any more. */
    public Optional<ResponseEvent.Content> find(StreamId stream) {
        return handler.load(stream).state() instanceof ResponseState.Standing(ResponseEvent.Content content)
                ? Optional.of(content)
                : Optional.empty();
    }
}
