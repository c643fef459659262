package io.serviceconcept.journey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.serviceconcept.concepts.ConceptParts;
import io.serviceconcept.concepts.ConceptQueries;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.journey.Journey.Absent;
import io.serviceconcept.journey.Journey.Mapped;
import io.serviceconcept.journey.JourneyCommand.Create;
import io.serviceconcept.journey.JourneyCommand.Publish;
import io.vertx.core.http.HttpServerRequest;

/** The journeys of the caller's organisation, as the endpoints show and change them. */
@ApplicationScoped
class Journeys {

    private final CommandHandler<JourneyCommand, Journey, JourneyEvent, JourneyRejection> handler;
    private final ConceptQueries concepts;
    private final References references;
    private final Caller caller;
    private final HttpServerRequest request;

    Journeys(CommandHandler<JourneyCommand, Journey, JourneyEvent, JourneyRejection> handler, ConceptQueries concepts,
            References references, Caller caller, HttpServerRequest request) {
        this.handler = handler;
        this.concepts = concepts;
        this.references = references;
        this.caller = caller;
        this.request = request;
    }

    /** What a creating request made, now or when it was sent before. */
    record Creation(Address address, JourneyView journey) {
    }

    /** The journey as it is now; 404 when the organisation has none with this id. */
    JourneyView view(JourneyId id) {
        CommandHandler.Loaded<Journey> loaded = handler.load(id.stream(caller.organisation()));
        return view(id, loaded.state(), loaded.version());
    }

    /** 404 when there is no such journey, before anything is said of a body. */
    void requireFound(JourneyId id) {
        mapped(id);
    }

    /** 409 with all that is unknown. */
    void requireKnown(JourneyOutline outline) {
        requireNone(references.unknown(caller.organisation(), caller.now(), outline));
    }

    /** 409 with all that is unknown; 404 when there is no such journey. */
    void requireKnown(JourneyId id, TouchpointContent content) {
        UUID concept = mapped(id).outline().concept();
        requireNone(references.unknown(caller.organisation(), caller.now(), concept, content));
    }

    /** 409 with all that became unknown in the journey; 404 when there is no such journey. */
    void requireKnown(JourneyId id) {
        Mapped journey = mapped(id);
        requireNone(references.unknown(caller.organisation(), caller.now(), journey.following(instead(journey))));
    }

    /** Adds something with an address of its own, once per idempotency key. */
    Creation create(Address address, OptionalLong expectedVersion, JourneyCommand command) {
        JourneyId id = address.journey();
        requireOpen(command instanceof Create create ? create.outline().concept() : mapped(id).outline().concept());
        StreamId stream = id.stream(caller.organisation());
        CommandContext context = caller.creating(address.path());
        Handled<Journey, JourneyEvent, JourneyRejection> handled = expectedVersion.isPresent()
                ? handler.handle(context, stream, expectedVersion.getAsLong(), command)
                : handler.handle(context, stream, command);
        return switch (handled) {
            case Handled.Done<Journey, JourneyEvent, JourneyRejection> done ->
                new Creation(address, view(id, done.state(), done.version()));
            case Handled.Rejected<Journey, JourneyEvent, JourneyRejection> rejected -> throw Problems.of(rejected.reason());
            case Handled.Repeated<Journey, JourneyEvent, JourneyRejection> repeated ->
                repeated(new Address(repeated.location()));
        };
    }

    /** Changes the journey that the caller has seen. */
    JourneyView change(JourneyId id, long expectedVersion, JourneyCommand command) {
        // before anything is said of a version: a stale one would tell that there is something
        requireOpen(mapped(id).outline().concept());
        return switch (handler.handle(caller.context(), id.stream(caller.organisation()), expectedVersion, command)) {
            case Handled.Done<Journey, JourneyEvent, JourneyRejection> done -> view(id, done.state(), done.version());
            case Handled.Rejected<Journey, JourneyEvent, JourneyRejection> rejected -> throw Problems.of(rejected.reason());
            case Handled.Repeated<Journey, JourneyEvent, JourneyRejection> repeated -> view(id);
        };
    }

    /** Lets others know the journey that the caller has seen, with the needs that there are. */
    JourneyView publish(JourneyId id, long expectedVersion) {
        return change(id, expectedVersion, new Publish(instead(mapped(id))));
    }

    /** The first request may have drawn another id. */
    private Creation repeated(Address first) {
        return new Creation(first, view(first.journey()));
    }

    private JourneyView view(JourneyId id, Journey state, long version) {
        return switch (state) {
            case Absent absent -> throw Problem.notFound().exception();
            case Mapped journey -> JourneyView.of(id, journey, version,
                    concepts.retiredChannels(caller.organisation(), journey.outline().concept()), instead(journey));
        };
    }

    private Mapped mapped(JourneyId id) {
        return switch (handler.load(id.stream(caller.organisation())).state()) {
            case Absent absent -> throw Problem.notFound().exception();
            case Mapped journey -> journey;
        };
    }

    private Map<UUID, List<UUID>> instead(Mapped journey) {
        return parts(journey.outline().concept()).map(parts -> parts.replaced(journey.needs())).orElse(Map.of());
    }

    /** Of a concept that is over nothing changes any more, neither its journeys. */
    private void requireOpen(UUID concept) {
        if (parts(concept).filter(ConceptParts::retired).isPresent()) {
            throw Problems.conceptRetired().exception();
        }
    }

    private Optional<ConceptParts> parts(UUID concept) {
        return concepts.parts(caller.organisation(), concept, caller.now());
    }

    private void requireNone(List<Violation> unknown) {
        if (!unknown.isEmpty()) {
            // what was just added to a concept arrives here within moments
            request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            throw Problems.unknownReferences(unknown).exception();
        }
    }
}
