package io.serviceconcept.idea;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.concept.DraftParts;
import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.idea.Idea.Present;

/** The ideas of the caller's organisation: reading one and handling commands on it. */
@ApplicationScoped
class Ideas {

    private final CommandHandler<IdeaCommand, Idea, IdeaEvent, IdeaRejection> handler;
    private final Caller caller;
    private final AskedMoment moment;
    private final DraftParts parts;

    Ideas(CommandHandler<IdeaCommand, Idea, IdeaEvent, IdeaRejection> handler, Caller caller, AskedMoment moment,
            DraftParts parts) {
        this.handler = handler;
        this.caller = caller;
        this.moment = moment;
        this.parts = parts;
    }

    static String location(String concept, String idea) {
        return "/v1/concepts/" + concept + "/ideas/" + idea;
    }

    /**
     * What a request created, the first time or now again.
     *
     * @param location its address
     * @param idea the idea as it is now
     */
    record Created(String location, Present idea) {

        /** The id of what was created, the end of its address. */
        String id() {
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    /**
     * An idea as it was at the moment that is asked for.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the concept has no such idea, or had none yet
     */
    Present get(String concept, String id) {
        return find(concept, id).orElseThrow(() -> Problem.notFound().exception());
    }

    /** An idea as it was at the moment that is asked for; empty when the concept has no such idea, or had none yet. */
    Optional<Present> find(String concept, String id) {
        AsOf asOf = moment.asOf();
        return handler.load(stream(id), asOf).state() instanceof Present idea && idea.concept().equals(concept)
                ? Optional.of(idea)
                : Optional.empty();
    }

    Created propose(String id, IdeaCommand.Propose command) {
        parts.requireOpen(command.concept());
        String location = location(command.concept(), id);
        return created(command.concept(), id, location,
                handler.handle(caller.creating(location), stream(id), command));
    }

    /** Handles a command that creates something at {@code location}, on whatever version of the idea there is. */
    Created creating(String concept, String id, String location, IdeaCommand command) {
        requireIdea(concept, id);
        return created(concept, id, location, handler.handle(caller.creating(location), stream(id), command));
    }

    /** As {@link #creating(String, String, String, IdeaCommand)}, on the version that the caller has seen. */
    Created creating(String concept, String id, long seen, String location, IdeaCommand command) {
        requireIdea(concept, id);
        return created(concept, id, location, handler.handle(caller.creating(location), stream(id), seen, command));
    }

    /** Handles a command on the version of the idea that the caller has seen, and answers the idea as it is then. */
    Present change(String concept, String id, long seen, IdeaCommand command) {
        requireIdea(concept, id);
        return switch (handler.handle(caller.context(), stream(id), seen, command)) {
            case Handled.Done<Idea, IdeaEvent, IdeaRejection> done -> (Present) done.state();
            case Handled.Repeated<Idea, IdeaEvent, IdeaRejection> repeated -> throw new IllegalStateException(
                    "only what creates is repeated");
            case Handled.Rejected<Idea, IdeaEvent, IdeaRejection> rejected -> throw IdeaRefusals
                    .problem(rejected.reason()).exception();
        };
    }

    private Created created(String concept, String id, String location,
            Handled<Idea, IdeaEvent, IdeaRejection> handled) {
        return switch (handled) {
            case Handled.Done<Idea, IdeaEvent, IdeaRejection> done -> new Created(location, (Present) done.state());
            case Handled.Repeated<Idea, IdeaEvent, IdeaRejection> repeated -> repeated(concept, id, repeated.location());
            case Handled.Rejected<Idea, IdeaEvent, IdeaRejection> rejected -> throw IdeaRefusals
                    .problem(rejected.reason()).exception();
        };
    }

    /** What was proposed by the first of two equal requests has the id that was drawn then. */
    private Created repeated(String concept, String id, String location) {
        String own = location(concept, id);
        boolean within = location.equals(own) || location.startsWith(own + '/');
        return new Created(location, get(concept, within ? id : location.substring(location.lastIndexOf('/') + 1)));
    }

    /** What is not there is absent, whatever version of it the caller names; of a concept that is over nothing changes. */
    private void requireIdea(String concept, String id) {
        get(concept, id);
        parts.requireOpen(concept);
    }

    private StreamId stream(String id) {
        return IdeaId.parse(id).orElseThrow(() -> Problem.notFound().exception()).stream(caller.organisation());
    }
}
