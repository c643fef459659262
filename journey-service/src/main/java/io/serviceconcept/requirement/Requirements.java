package io.serviceconcept.requirement;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.requirement.Requirement.Stated;
import io.vertx.core.http.HttpServerRequest;

/** The requirements of the caller's organisation, as the endpoints show and change them. */
@ApplicationScoped
class Requirements {

    private static final String ADDRESS = "/v1/requirements/";

    private final CommandHandler<RequirementCommand, Requirement, RequirementEvent, RequirementRejection> handler;
    private final RequirementReferences references;
    private final Caller caller;
    private final HttpServerRequest request;

    Requirements(CommandHandler<RequirementCommand, Requirement, RequirementEvent, RequirementRejection> handler,
            RequirementReferences references, Caller caller, HttpServerRequest request) {
        this.handler = handler;
        this.references = references;
        this.caller = caller;
        this.request = request;
    }

    /** What a creating request made, now or when it was sent before. */
    record Creation(String location, RequirementView requirement) {
    }

    /** The requirement as it is now; 404 when the organisation has none with this id. */
    RequirementView view(RequirementId id) {
        CommandHandler.Loaded<Requirement> loaded = handler.load(id.stream(caller.organisation()));
        return view(id, loaded.state(), loaded.version());
    }

    /** 409 with all that is unknown. */
    void requireKnown(RequirementOutline outline) {
        List<Violation> unknown = references.unknown(caller.organisation(), caller.now(), outline);
        if (!unknown.isEmpty()) {
            // what was just added to a concept arrives here within moments
            request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            throw RequirementRefusals.unknownReferences(unknown).exception();
        }
    }

    /** Opens a requirement, once per idempotency key. */
    Creation open(RequirementId id, RequirementCommand.Open command) {
        String location = ADDRESS + id;
        return switch (handler.handle(caller.creating(location), id.stream(caller.organisation()), command)) {
            case Handled.Done<Requirement, RequirementEvent, RequirementRejection> done -> new Creation(location,
                    view(id, done.state(), done.version()));
            case Handled.Rejected<Requirement, RequirementEvent, RequirementRejection> rejected -> throw RequirementRefusals
                    .of(rejected.reason());
            // the first request drew another id
            case Handled.Repeated<Requirement, RequirementEvent, RequirementRejection> repeated -> new Creation(
                    repeated.location(), view(new RequirementId(UUID.fromString(repeated.location()
                            .substring(ADDRESS.length())))));
        };
    }

    /** Changes the requirement that the caller has seen. */
    RequirementView change(RequirementId id, long expectedVersion, RequirementCommand command) {
        // before anything is said of a version: a stale one would tell that there is something
        view(id);
        return switch (handler.handle(caller.context(), id.stream(caller.organisation()), expectedVersion, command)) {
            case Handled.Done<Requirement, RequirementEvent, RequirementRejection> done -> view(id, done.state(),
                    done.version());
            case Handled.Rejected<Requirement, RequirementEvent, RequirementRejection> rejected -> throw RequirementRefusals
                    .of(rejected.reason());
            case Handled.Repeated<Requirement, RequirementEvent, RequirementRejection> repeated -> view(id);
        };
    }

    private static RequirementView view(RequirementId id, Requirement state, long version) {
        return switch (state) {
            case Requirement.Absent absent -> throw Problem.notFound().exception();
            case Stated stated -> RequirementView.of(id, stated, version);
        };
    }
}
