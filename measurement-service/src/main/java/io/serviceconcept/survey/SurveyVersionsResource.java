package io.serviceconcept.survey;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.intake.Ids;
import io.serviceconcept.survey.SurveysResource.SurveyList;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The versions of a survey. What was answered to one stays its own. */
@Path("/v1/surveys/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Surveys")
class SurveyVersionsResource {

    private final Caller caller;
    private final SurveyCommands commands;
    private final Surveys surveys;

    SurveyVersionsResource(Caller caller, SurveyCommands commands, Surveys surveys) {
        this.caller = caller;
        this.commands = commands;
        this.surveys = surveys;
    }

    @POST
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "reviseSurvey", summary = "Draw up the next version of a survey", description = "All of it is told again. A question keeps its id as long as it asks the same; one that is worded, scaled or answered in another way under the same id is an instrument break, named in the answer: figures before and after it are not comparable. A language more is none. An indicator that a question more or one fewer feeds is named as well. With instrumentBreak all of them are.")
    @APIResponseSchema(value = SurveyView.class, responseCode = "201")
    public Response revise(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            NewSurvey body) {
        long seen = ETags.required(ifMatch);
        String survey = Ids.canonical(id);
        views(survey);
        String location = "/v1/surveys/" + survey + "/versions/" + (seen + 1);
        SurveyEvent.DrawnUp next = body.next(survey, caller.now());
        return switch (commands.revise(caller.creating(location), seen, next, body.breaksAll())) {
            case Handled.Done<Survey, SurveyEvent, SurveyRejection> done ->
                Answers.created(location, done.version(), SurveyView.of(done.events().getLast()));
            case Handled.Repeated<Survey, SurveyEvent, SurveyRejection> repeated -> {
                int version = Integer.parseInt(repeated.location().substring(repeated.location().lastIndexOf('/') + 1));
                yield Answers.created(repeated.location(), version, view(id, version));
            }
            case Handled.Rejected<Survey, SurveyEvent, SurveyRejection> rejected ->
                throw SurveyProblems.of(rejected.reason()).exception();
        };
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listSurveyVersions", summary = "List the versions of a survey, the first first")
    @APIResponseSchema(SurveyList.class)
    public Response list(@PathParam("id") String id, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        return Answers.page(uri, Page.among(views(id), request));
    }

    @GET
    @Path("/{version}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getSurveyVersion", summary = "Show a version of a survey")
    @APIResponseSchema(SurveyView.class)
    public Response get(@PathParam("id") String id, @PathParam("version") int version) {
        return Answers.ok(version, view(id, version));
    }

    private SurveyView view(String id, int version) {
        List<SurveyView> views = views(id);
        if (version < 1 || version > views.size()) {
            throw Problem.notFound().exception();
        }
        return views.get(version - 1);
    }

    private List<SurveyView> views(String id) {
        List<SurveyView> views = surveys.history(caller.organisation(), id).stream()
                .map(recorded -> SurveyView.of((SurveyEvent) recorded.event())).toList();
        if (views.isEmpty()) {
            throw Problem.notFound().exception();
        }
        return views;
    }
}
