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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.AsOfParameter;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Search;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.history.Histories;
import io.serviceconcept.history.Histories.HistoryEntryPage;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Surveys: draw one up, find them again, show them to who answers. */
@Path("/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Surveys", description = "Questions and the indicators they feed.")
class SurveysResource {

    private final Caller caller;
    private final SurveyCommands commands;
    private final Surveys surveys;
    private final SurveyQueries queries;
    private final Histories histories;

    SurveysResource(Caller caller, SurveyCommands commands, Surveys surveys, SurveyQueries queries, Histories histories) {
        this.caller = caller;
        this.commands = commands;
        this.surveys = surveys;
        this.queries = queries;
        this.histories = histories;
    }

    @POST
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "drawUpSurvey", summary = "Draw up a survey")
    @APIResponseSchema(value = SurveyView.class, responseCode = "201")
    public Response drawUp(NewSurvey body) {
        String id = UUID.randomUUID().toString();
        String location = "/v1/surveys/" + id;
        SurveyEvent.DrawnUp survey = body.first(id, caller.now());
        return switch (commands.drawUp(caller.creating(location), survey)) {
            case Handled.Done<Survey, SurveyEvent, SurveyRejection> done ->
                Answers.created(location, done.version(), SurveyView.of(survey));
            case Handled.Repeated<Survey, SurveyEvent, SurveyRejection> repeated ->
                Answers.created(repeated.location(), 1, view(events(lastSegment(repeated.location())).getFirst()));
            case Handled.Rejected<Survey, SurveyEvent, SurveyRejection> rejected ->
                throw SurveyProblems.of(rejected.reason()).exception();
        };
    }

    /** A page of the list. */
    @Schema(name = "SurveyList")
    record SurveyList(List<SurveyView> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listSurveys", summary = "List surveys, each in its newest version")
    @APIResponseSchema(SurveyList.class)
    public Response list(@Parameter(description = "Of this name.") @QueryParam("name") @Nullable String name,
            @Parameter(description = "Whose name holds this; capitals make no difference.") @QueryParam("q") @Nullable String q,
            @Parameter(schema = @Schema(enumeration = { "id", "-id", "name",
                    "-name" }, defaultValue = "id")) @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Sort by = Sort.of(sort, "id", "name");
        return Answers.page(uri, Page.of(queries.list(caller.organisation(), name, Search.checked(q), by, page), page, by,
                view -> new Place(by.key().equals("id") ? view.id() : view.name(), view.id())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getSurvey", summary = "Show a survey in its newest version, or in the one that was newest at a moment")
    @APIResponseSchema(SurveyView.class)
    public Response get(@PathParam("id") String id,
            @Parameter(description = "As it was known at a moment; 404 before its first version.", schema = @Schema(type = SchemaType.STRING, format = "date-time")) @QueryParam("asOf") @Nullable String asOf) {
        RecordedEvent newest = events(id, AsOf.of(AsOfParameter.moment(asOf))).getLast();
        return Answers.ok(newest.version(), view(newest));
    }

    @GET
    @Path("/{id}/form")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin", "integration" })
    @Operation(operationId = "getSurveyForm", summary = "What a frontend shows to who answers the survey", description = "In the version in use now, or the first one while none is; in another when asked. What nobody translated is shown in Dutch.")
    @APIResponseSchema(SurveyForm.class)
    public Response form(@PathParam("id") String id,
            @Parameter(description = "nl unless told.", schema = @Schema(enumeration = { "nl",
                    "en" })) @QueryParam("language") @Nullable String language,
            @Parameter(description = "One of its versions, such as the next one.") @QueryParam("version") @Nullable Integer version) {
        SurveyLanguage shown = SurveyLanguage.of(language);
        SurveyVersion survey = (version == null ? surveys.inUse(caller.organisation(), id, caller.now())
                : surveys.find(caller.organisation(), id, version)).orElseThrow(() -> Problem.notFound().exception());
        return Response.ok(SurveyForm.of(survey, shown)).language(shown.tag()).build();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getSurveyHistory", summary = "Who did what to a survey, and when, the first first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = HistoryEntryPage.class)))
    public Response history(@PathParam("id") String id, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        return histories.page(events(id), SurveyEvent.class, new SurveyWording(), request, uri);
    }

    private List<RecordedEvent> events(String id) {
        return events(id, AsOf.now());
    }

    private List<RecordedEvent> events(String id, AsOf asOf) {
        List<RecordedEvent> events = surveys.history(caller.organisation(), id, asOf);
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        return events;
    }

    private static SurveyView view(RecordedEvent event) {
        return SurveyView.of((SurveyEvent) event.event());
    }

    private static String lastSegment(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
