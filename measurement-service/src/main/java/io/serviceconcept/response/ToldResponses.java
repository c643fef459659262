package io.serviceconcept.response;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;

/** Responses as tools tell of them that know no versions: anew with each change, in any order. */
@ApplicationScoped
public class ToldResponses {

    private final CommandHandler<ResponseCommand, ResponseState, ResponseEvent, ResponseRejection> handler;

    ToldResponses(EventStore store) {
        this.handler = new CommandHandler<>(store, new ResponseDecider(), ResponseEvent.class);
    }

    /**
     * Lets a response say what was said of it last.
     *
     * @return false when it was retracted: it stays so
     */
    public boolean tell(CommandContext context, StreamId stream, ResponseReceived content) {
        return !(handler.handle(context, stream,
                new ResponseCommand.Tell(
                        content)) instanceof Handled.Rejected<ResponseState, ResponseEvent, ResponseRejection>);
    }
}
