package io.serviceconcept.survey;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Surveys: draw one up, find them again. */
@Path("/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Surveys", description = "Closed questions and the indicators they feed.")
class SurveysResource {

    private final Caller caller;
    private final DrawUpSurvey drawUpSurvey;
    private final Surveys surveys;
    private final SurveyQueries queries;

    SurveysResource(Caller caller, DrawUpSurvey drawUpSurvey, Surveys surveys, SurveyQueries queries) {
        this.caller = caller;
        this.drawUpSurvey = drawUpSurvey;
        this.surveys = surveys;
        this.queries = queries;
    }

    @POST
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "drawUpSurvey", summary = "Draw up a survey")
    @APIResponseSchema(value = SurveyView.class, responseCode = "201")
    public Response drawUp(NewSurvey body) {
        String id = UUID.randomUUID().toString();
        String location = "/v1/surveys/" + id;
        SurveyEvent.DrawnUp survey = body.drawnUp(id, caller.now());
        return switch (drawUpSurvey.drawUp(caller.creating(location), survey)) {
            case Handled.Done<Survey, SurveyEvent, SurveyRejection> done ->
                Answers.created(location, done.version(), SurveyView.of(survey));
            case Handled.Repeated<Survey, SurveyEvent, SurveyRejection> repeated ->
                Answers.created(repeated.location(), 1,
                        view(repeated.location().substring(repeated.location().lastIndexOf('/') + 1)));
            case Handled.Rejected<Survey, SurveyEvent, SurveyRejection> rejected ->
                throw problem(rejected.reason()).exception();
        };
    }

    /** A page of the list. */
    @Schema(name = "SurveyList")
    record SurveyList(List<SurveyView> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listSurveys", summary = "List surveys")
    @APIResponseSchema(SurveyList.class)
    public Response list(@QueryParam("name") @Nullable String name, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Answers.page(uri, Page.of(queries.list(caller.organisation(), name, page), page, SurveyView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getSurvey", summary = "Show a survey")
    @APIResponseSchema(SurveyView.class)
    public Response get(@PathParam("id") String id) {
        return Answers.ok(1, view(id));
    }

    private SurveyView view(String id) {
        return surveys.find(caller.organisation(), id).map(SurveyView::of)
                .orElseThrow(() -> Problem.notFound().exception());
    }

    private static Problem problem(SurveyRejection rejection) {
        return switch (rejection) {
            case SurveyRejection.AlreadyDrawnUp drawnUp ->
                Problem.of(409, "already-drawn-up", "Already drawn up", "This survey exists already.");
            case SurveyRejection.UnusableIndicators indicators -> Problem
                    .of(409, type(indicators), "Indicators that cannot be fed",
                            "Questions name indicators that they cannot feed.")
                    .withErrors(indicators.unusable().stream().map(SurveysResource::violation).toList());
        };
    }

    private static String type(SurveyRejection.UnusableIndicators indicators) {
        List<SurveyRejection.Unusable> unusable = indicators.unusable();
        return unusable.stream().anyMatch(u -> u.reason() == SurveyRejection.Reason.UNKNOWN) ? "unknown-reference"
                : "indicator-does-not-fit";
    }

    private static Violation violation(SurveyRejection.Unusable unusable) {
        String pointer = "/questions/" + unusable.question() + "/indicators/" + unusable.place();
        return new Violation(pointer, switch (unusable.reason()) {
            case UNKNOWN -> "is not a known indicator";
            case NOT_A_MEAN -> "is not the mean of marks";
            case OTHER_SCALE -> "has another scale than the question";
        });
    }
}
