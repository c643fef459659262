package io.serviceconcept.idea;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Checks;
import io.serviceconcept.concept.DraftParts;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.idea.ConceptTest.TestVerdict;
import io.serviceconcept.idea.ConceptTestContent.ConceptTestTarget;
import io.serviceconcept.idea.Idea.Present;
import io.serviceconcept.idea.Idea.Tested;
import io.serviceconcept.idea.Ideas.Created;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The tests of an idea change with it: their version is the idea's. */
@Path("/v1/concepts/{concept}/ideas/{idea}/tests")
@Tag(name = "Ideas")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConceptTestsResource {

    private final Ideas ideas;
    private final DraftParts parts;

    ConceptTestsResource(Ideas ideas, DraftParts parts) {
        this.ideas = ideas;
        this.parts = parts;
    }

    /**
     * @param version the version of the idea
     */
    record ConceptTestView(String id, ConceptTestTarget target, String kind, LocalDate from, @Nullable LocalDate until,
            @Nullable Integer participants, List<String> groups, @Nullable String result, @Nullable TestVerdict verdict,
            long version) {

        static ConceptTestView of(ConceptTest test, long version) {
            return new ConceptTestView(test.id(), ConceptTestTarget.of(test.target()), test.kind(), test.from(),
                    test.until(), test.participants(), test.groups(), test.result(), test.verdict(), version);
        }
    }

    record ConceptTestViewPage(List<ConceptTestView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addConceptTest", summary = "Add a concept test to an idea", description = "It tests the idea, a means, a channel or the whole draft. If-Match carries the version of the idea. An idea that was rejected or realised gets no tests (idea-is-over); the results of those it has can be added.")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = ConceptTestView.class)))
    public Response add(@PathParam("concept") String concept, @PathParam("idea") String idea,
            @HeaderParam("If-Match") @Nullable String ifMatch, ConceptTestContent body) {
        long seen = IdeaTag.required(ifMatch);
        ConceptTest test = body.test(UUID.randomUUID().toString());
        Created created = ideas.creating(concept, idea, seen, Ideas.location(concept, idea) + "/tests/" + test.id(),
                new IdeaCommand.AddTest(test, parts.among(concept, test.references())));
        return Answers.created(created.location(), created.idea().version(), view(created.idea(), created.id()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listConceptTests", summary = "The concept tests of an idea, the first one first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = ConceptTestViewPage.class)))
    public Response list(@PathParam("concept") String concept, @PathParam("idea") String idea,
            @Parameter(description = "Only those with this verdict", schema = @Schema(implementation = TestVerdict.class)) @QueryParam("verdict") @Nullable String verdict,
            @Parameter(description = "Only those of this kind, as it was written") @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        new Checks().require(verdict == null || Stream.of(TestVerdict.values()).anyMatch(one -> one.name().equals(verdict)),
                "?verdict", "is one of " + List.of(TestVerdict.values())).pass();
        Present present = ideas.get(concept, idea);
        List<ConceptTestView> tests = present.tests().values().stream()
                .filter(tested -> verdict == null || verdict.equals(String.valueOf(tested.test().verdict())))
                .filter(tested -> kind == null || kind.equals(tested.test().kind()))
                .map(tested -> ConceptTestView.of(tested.test(), present.version())).toList();
        return Answers.page(uri, Page.among(tests, request));
    }

    @GET
    @Path("/{test}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getConceptTest", summary = "A concept test of an idea")
    @APIResponse(responseCode = "200", description = "The test; its ETag is the version of the idea", content = @Content(schema = @Schema(implementation = ConceptTestView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("idea") String idea,
            @PathParam("test") String test) {
        return answer(ideas.get(concept, idea), test);
    }

    @PUT
    @Path("/{test}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeConceptTest", summary = "Change a concept test, for instance when its result is known", description = "If-Match carries the version of the idea. Its quotes stay.")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = ConceptTestView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("idea") String idea,
            @PathParam("test") String id, @HeaderParam("If-Match") @Nullable String ifMatch, ConceptTestContent body) {
        long seen = IdeaTag.required(ifMatch);
        ConceptTest test = body.test(id);
        return answer(ideas.change(concept, idea, seen,
                new IdeaCommand.ChangeTest(test, parts.among(concept, test.references()))), id);
    }

    private static Response answer(Present idea, String test) {
        return Answers.ok(idea.version(), view(idea, test));
    }

    private static ConceptTestView view(Present idea, String test) {
        Tested tested = idea.tests().get(test);
        if (tested == null) {
            throw Problem.notFound().exception();
        }
        return ConceptTestView.of(tested.test(), idea.version());
    }
}
