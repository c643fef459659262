package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptCommand.SetImportance;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/needs/{need}/importance")
@Tag(name = "Needs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ImportanceResource {

    private final Concepts concepts;

    ImportanceResource(Concepts concepts) {
        this.concepts = concepts;
    }

    record NeedImportanceContent(@NotNull @Size(max = 200) List<@NotNull @Valid GroupImportance> importance) {

        /**
         * @throws io.serviceconcept.eventsourcing.http.InvalidInput when a group occurs twice, or one says nothing
         */
        List<Need.Importance> checked() {
            Set<String> groups = new HashSet<>();
            Checks checks = new Checks();
            for (int i = 0; i < importance.size(); i++) {
                checks.require(groups.add(importance.get(i).group()), "/importance/" + i + "/group", "occurs twice")
                        .require(importance.get(i).saysAnything(), "/importance/" + i + "/value",
                                "is required without an expectation");
            }
            checks.pass();
            return importance.stream()
                    .map(i -> new Need.Importance(i.group(), i.value(), i.source(), i.date(), i.expectation())).toList();
        }

        static NeedImportanceContent of(List<Need.Importance> importance) {
            return new NeedImportanceContent(importance.stream()
                    .map(i -> new GroupImportance(i.group(), i.value(), i.source(), i.date(), i.expectation())).toList());
        }
    }

    /**
     * @param value 1–5; 0 is not relevant; absent when unknown, with an expectation. Leave a group out of which neither is
     *        known
     * @param source where importance and expectation are known from
     * @param date when they were found
     * @param expectation how well the group expects the need to be served, 0–4 on the scale of fits
     */
    record GroupImportance(@NotBlank @Size(max = 200) String group,
            @Schema(description = "1–5; 0 is not relevant. Absent when it is unknown: then it is in no sum, and an expectation is required") @Nullable @Min(0) @Max(5) Integer value,
            @Nullable @Size(max = 4000) String source, @Nullable LocalDate date,
            @Nullable @Min(0) @Max(4) Integer expectation) {

        boolean saysAnything() {
            return value != null || expectation != null;
        }
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getImportance", summary = "How much a need matters to each group")
    @APIResponse(responseCode = "200", description = "The importance; its ETag is \"0\" until it is first set", content = @Content(schema = @Schema(implementation = NeedImportanceContent.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("need") String need) {
        return answer(concepts.draft(concept), need);
    }

    @PUT
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "setImportance", summary = "Set how much a need matters to each group", description = "And how well each expects it to be served: of a group one of both may be unknown. Source and date are of what is given.")
    @APIResponse(responseCode = "200", description = "Set", content = @Content(schema = @Schema(implementation = NeedImportanceContent.class)))
    public Response set(@PathParam("concept") String concept, @PathParam("need") String need,
            @HeaderParam("If-Match") @Nullable String ifMatch, NeedImportanceContent body) {
        return answer(concepts
                .change(concept, new SetImportance(ETags.required(ifMatch), need, body.checked())).draft(), need);
    }

    private static Response answer(Draft draft, String need) {
        if (!draft.parts().has(PartKind.NEED, need)) {
            throw Problem.notFound().exception();
        }
        Versioned<List<Need.Importance>> importance = draft.importanceOf(need);
        return Answers.ok(importance.version(), NeedImportanceContent.of(importance.value()));
    }
}
