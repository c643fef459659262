package io.serviceconcept.plan;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.history.Histories;
import io.serviceconcept.history.Histories.HistoryEntryPage;
import io.serviceconcept.intake.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Measurement plans: what is expected, by when, and whether it came. */
@Path("/v1/measurement-plans")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Measurement plans", description = "What editions expect to be measured, from where, how often and by whom.")
class PlansResource {

    private final Caller caller;
    private final PlanCommands commands;
    private final PlanQueries queries;
    private final Calendars calendars;
    private final Histories histories;

    PlansResource(Caller caller, PlanCommands commands, PlanQueries queries, Calendars calendars, Histories histories) {
        this.caller = caller;
        this.commands = commands;
        this.queries = queries;
        this.calendars = calendars;
        this.histories = histories;
    }

    /** A page of the list. */
    @Schema(name = "MeasurementPlanList")
    record PlanList(List<PlanView> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listMeasurementPlans", summary = "List what editions expect to be measured", description = "A plan follows from each objective and service level as soon as its edition is adopted. Without an edition: of those in force and to come.")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = PlanList.class)))
    public Response list(
            @Parameter(description = "Of one concept.") @QueryParam("concept") @Nullable String concept,
            @Parameter(description = "Of one edition, with its concept.") @QueryParam("edition") @Nullable Integer edition,
            @Parameter(description = "Of one indicator.") @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        if (edition != null && concept == null) {
            throw new InvalidInput("?edition", "belongs to a concept: name it too");
        }
        PageRequest page = PageRequest.of(limit, cursor);
        LocalDate today = today();
        List<PlanView> found = queries
                .list(caller.organisation(), Ids.canonicalOrNull(concept), edition, Ids.canonicalOrNull(indicator), today, page)
                .stream()
                .map(plan -> PlanView.of(plan, today)).toList();
        return Answers.page(uri, Page.of(found, page, PlanView::sortKey));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getMeasurementPlan", summary = "Show a measurement plan of the edition in force")
    @APIResponseSchema(PlanView.class)
    public Response get(@PathParam("id") String id) {
        PlannedMeasurement plan = plan(id);
        return answer(plan);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "completeMeasurementPlan", summary = "Tell from where, how often and by whom is measured", description = "It stays told over the editions of the concept.")
    @APIResponseSchema(PlanView.class)
    public Response complete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            NewCompletion body) {
        long seen = ETags.requiredOfMarked(ifMatch);
        PlannedMeasurement plan = plan(id);
        return switch (commands.complete(caller.context(), plan, seen, body.completion(plan.window()))) {
            case Handled.Done<Plan, PlanEvent, PlanRejection> done -> answer(plan(id));
            case Handled.Repeated<Plan, PlanEvent, PlanRejection> repeated -> answer(plan(id));
            case Handled.Rejected<Plan, PlanEvent, PlanRejection> rejected -> throw problem(rejected.reason()).exception();
        };
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getMeasurementPlanHistory", summary = "Who told what of a plan, and when it was overdue, the first first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = HistoryEntryPage.class)))
    public Response history(@PathParam("id") String id, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        List<RecordedEvent> events = commands.history(caller.organisation(), plan(id).plan());
        return histories.page(events, PlanEvent.class, new PlanWording(), page, uri);
    }

    private PlannedMeasurement plan(String id) {
        if (!Ids.isId(id)) {
            throw Problem.notFound().exception();
        }
        return queries.find(caller.organisation(), Ids.canonical(id), today())
                .orElseThrow(() -> Problem.notFound().exception());
    }

    private LocalDate today() {
        return calendars.of(caller.organisation()).dayOf(calendars.now());
    }

    /** What is measured changes a plan without a new version. */
    private Response answer(PlannedMeasurement plan) {
        PlanView view = PlanView.of(plan, today());
        List<RecordedEvent> events = commands.history(caller.organisation(), plan.plan());
        long version = events.isEmpty() ? 0 : events.getLast().version();
        return Response.ok(view).tag(ETags.of(version, view.toString().hashCode())).build();
    }

    private static Problem problem(PlanRejection rejection) {
        return switch (rejection) {
            case PlanRejection.NotFed notFed -> switch (notFed.fed()) {
                case NO_SUCH_SURVEY -> unusable("unknown-reference", "/survey", "is not a known survey");
                case NO_SUCH_QUESTION -> unusable("unknown-reference", "/question", "is not a question of the survey");
                case ANOTHER_INDICATOR ->
                    unusable("indicator-does-not-fit", "/question", "does not feed the indicator of the plan");
                case YES -> throw new IllegalStateException("what is fed is never refused");
            };
        };
    }

    private static Problem unusable(String type, String pointer, String message) {
        return Problem.of(409, type, "A source that cannot be used", "The plan cannot be measured from this source.")
                .withErrors(List.of(new Violation(pointer, message)));
    }
}
