package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.Append.Change;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.IdempotencyConflict;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StaleVersion;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.time.Calendars;

/** The concepts of the caller's organisation: reading one and handling commands on it. */
@ApplicationScoped
class Concepts {

    private final CommandHandler<ConceptCommand, Concept, ConceptEvent, ConceptRejection> handler;
    private final EventStore store;
    private final Caller caller;
    private final AskedMoment moment;
    private final Calendars calendars;

    Concepts(CommandHandler<ConceptCommand, Concept, ConceptEvent, ConceptRejection> handler, EventStore store, Caller caller,
            AskedMoment moment,
            Calendars calendars) {
        this.handler = handler;
        this.store = store;
        this.caller = caller;
        this.moment = moment;
        this.calendars = calendars;
    }

    /**
     * A concept as it was at the moment that is asked for.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has no such concept, or had
     *         none yet
     */
    Concept get(String id) {
        Concept concept = handler.load(stream(id), moment.asOf()).state();
        if (concept instanceof Concept.Absent) {
            throw Problem.notFound().exception();
        }
        return concept;
    }

    /**
     * The events of a concept up to the moment that is asked for.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException as {@link #get}
     */
    List<RecordedEvent> events(String id) {
        List<RecordedEvent> events = store.read(stream(id), moment.asOf());
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        return events;
    }

    Draft draft(String id) {
        return get(id).draft();
    }

    /** Creates a concept and claims its slug, both or neither. */
    Handled<Concept, ConceptEvent, ConceptRejection> create(ConceptCommand.Create command) {
        return create(new ConceptEvent.ConceptCreated(command.id(), command.name(), command.slug(), command.description()),
                List.of(), List.of());
    }

    /**
     * Creates a concept that holds something from the beginning: all of it is stored, or nothing.
     *
     * @param more what happened to it after it was created
     * @param beside what begins with it, in streams of its own
     */
    Handled<Concept, ConceptEvent, ConceptRejection> create(ConceptEvent.ConceptCreated created,
            List<? extends ConceptEvent> more, List<Change> beside) {
        String organisation = caller.organisation();
        List<ConceptEvent> events = Stream.<ConceptEvent> concat(Stream.of(created), more.stream()).toList();
        Change concept = new Change(new ConceptId(created.concept()).stream(organisation), 0, events);
        Change slug = new Change(SlugClaimed.stream(organisation, created.slug()), 0,
                List.of(new SlugClaimed(created.slug(), created.concept())));
        CommandContext context = caller.creating("/v1/concepts/" + created.concept());
        Concept made = ConceptDecider.fold(events);
        List<Change> changes = Stream.concat(Stream.of(concept, slug), beside.stream()).toList();
        return switch (store.append(new Append(context, changes))) {
            case AppendOutcome.Appended appended -> new Handled.Done<>(made, events.size(), events);
            case AppendOutcome.Repeated repeated -> new Handled.Repeated<>(repeated.status(), repeated.location());
            case AppendOutcome.Conflict taken -> throw Refusals.slugTaken(created.slug()).exception();
            case AppendOutcome.KeyReused reused -> throw new IdempotencyConflict(false);
            case AppendOutcome.InFlight inFlight -> throw new IdempotencyConflict(true);
        };
    }

    /** Handles a command that creates something at {@code location}; never answers with a rejection but throws it. */
    Handled<Concept, ConceptEvent, ConceptRejection> creating(String id, String location, ConceptCommand command) {
        return accepted(handler.handle(caller.creating(location), stream(id), command));
    }

    /**
     * As {@link #creating}, on the version of the concept that the caller has seen. A request that is sent again finds
     * that version stale by its first arrival: that is not a reason to refuse it.
     */
    Handled<Concept, ConceptEvent, ConceptRejection> creating(String id, long seen, String location,
            ConceptCommand command) {
        requireExists(id);
        CommandContext context = caller.creating(location);
        try {
            return accepted(handler.handle(context, stream(id), seen, command));
        } catch (StaleVersion stale) {
            Idempotency idempotency = context.idempotency();
            if (idempotency != null && store.repeated(context.organisation(), idempotency)
                    .orElse(null) instanceof AppendOutcome.Repeated repeated) {
                return new Handled.Repeated<>(repeated.status(), repeated.location());
            }
            throw stale;
        }
    }

    /** Handles a command and answers the concept as it is then. */
    Concept change(String id, ConceptCommand command) {
        return state(handler.handle(caller.context(), stream(id), command));
    }

    /** Handles a command on the version of the concept that the caller has seen. */
    Concept change(String id, long seen, ConceptCommand command) {
        requireExists(id);
        return state(handler.handle(caller.context(), stream(id), seen, command));
    }

    /** What is not there is absent, whatever version of it the caller names. */
    private void requireExists(String id) {
        get(id);
    }

    /** The day it is where the organisation is, or was at the moment that is asked for. */
    LocalDate today() {
        return calendars.of(caller.organisation()).dayOf(moment.instant());
    }

    StreamId stream(String id) {
        return ConceptId.parse(id).orElseThrow(() -> Problem.notFound().exception()).stream(caller.organisation());
    }

    private static Concept state(Handled<Concept, ConceptEvent, ConceptRejection> handled) {
        return switch (accepted(handled)) {
            case Handled.Done<Concept, ConceptEvent, ConceptRejection> done -> done.state();
            case Handled.Repeated<Concept, ConceptEvent, ConceptRejection> repeated -> throw new IllegalStateException(
                    "only what creates is repeated");
            case Handled.Rejected<Concept, ConceptEvent, ConceptRejection> rejected -> throw Refusals
                    .exception(rejected.reason());
        };
    }

    private static Handled<Concept, ConceptEvent, ConceptRejection> accepted(
            Handled<Concept, ConceptEvent, ConceptRejection> handled) {
        if (handled instanceof Handled.Rejected<Concept, ConceptEvent, ConceptRejection> rejected) {
            throw Refusals.exception(rejected.reason());
        }
        return handled;
    }
}
