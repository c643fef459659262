package io.serviceconcept.response;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;

/** Corrects responses for senders that know no versions. */
@ApplicationScoped
public class ResponseCorrections {

    private final CommandHandler<ResponseCommand, ResponseState, ResponseEvent, ResponseRejection> handler;

    ResponseCorrections(EventStore store) {
        this.handler = new CommandHandler<>(store, new ResponseDecider(), ResponseEvent.class);
    }

    /** Lets a response say something else from now on; one that was retracted meanwhile stays so. */
    public void correct(CommandContext context, StreamId stream, ResponseReceived content) {
        handler.handle(context, stream, new ResponseCommand.Correct(content));
    }
}
