package io.serviceconcept.concept;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

import io.serviceconcept.concept.ConceptCommand.MergeNeeds;
import io.serviceconcept.concept.ConceptEvent.KeptFit;
import io.serviceconcept.concept.ImportanceResource.GroupImportance;
import io.serviceconcept.concept.ImportanceResource.NeedImportanceContent;
import io.serviceconcept.concept.Need.Importance;
import io.serviceconcept.concept.NeedsResource.NeedView;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.ETags;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/needs/{need}/merge")
@Tag(name = "Needs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NeedMergeResource {

    private final Concepts concepts;
    private final PartEndpoints parts;

    NeedMergeResource(Concepts concepts, PartEndpoints parts) {
        this.concepts = concepts;
        this.parts = parts;
    }

    /**
     * @param into the need that it goes up in
     * @param importance the importance of that need from then on; when absent the higher of both per group
     * @param importanceVersion the version in the ETag of the importance of {@code into} that {@code importance} builds on;
     *        required with it
     * @param keep where somebody assessed both needs for a channel, that of {@code into} counts; name here where that of the
     *        need that goes up counts instead
     */
    record NeedMergeContent(@NotBlank @Size(max = 200) String into,
            @Nullable @Size(max = 200) List<@NotNull @Valid GroupImportance> importance,
            @Nullable @Min(0) Long importanceVersion,
            @Nullable @Size(max = 1000) List<@NotNull @Valid KeptFitContent> keep) {

        MergeNeeds command(long seen, String need) {
            List<KeptFitContent> named = keep == null ? List.of() : keep;
            Set<KeptFitContent> cells = new HashSet<>();
            Checks checks = new Checks();
            for (int i = 0; i < named.size(); i++) {
                checks.require(cells.add(named.get(i)), "/keep/" + i, "occurs twice");
            }
            List<Importance> settled = importance == null ? null
                    : checks.read("", () -> new NeedImportanceContent(importance).checked());
            checks.require(importance == null || importanceVersion != null, "/importanceVersion",
                    "is required with importance").require(importance != null || importanceVersion == null,
                            "/importanceVersion", "means nothing without importance");
            checks.pass();
            return new MergeNeeds(seen, need, into, settled, importanceVersion,
                    named.stream().map(cell -> new KeptFit(cell.channel(), cell.assessor())).toList());
        }
    }

    record KeptFitContent(@NotBlank @Size(max = 200) String channel, @NotBlank @Size(max = 200) String assessor) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "mergeNeed", summary = "Merge a need into another", description = "If-Match carries the version of the need that goes up. What named it names the other from then on; the assessments of both are kept; its history is part of that of the other.")
    @APIResponse(responseCode = "200", description = "The need that it went up in", content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response merge(@PathParam("concept") String concept, @PathParam("need") String need,
            @HeaderParam("If-Match") @Nullable String ifMatch, NeedMergeContent body) {
        String location = NeedsResource.TYPE.location(concept, body.into());
        return switch (concepts.creating(concept, location, body.command(ETags.required(ifMatch), need))) {
            case Handled.Done<Concept, ConceptEvent, ConceptRejection> done -> parts.answer(NeedsResource.TYPE, body.into(),
                    done.state());
            case Handled.Repeated<Concept, ConceptEvent, ConceptRejection> repeated -> parts.get(NeedsResource.TYPE, concept,
                    body.into());
            case Handled.Rejected<Concept, ConceptEvent, ConceptRejection> rejected -> throw Refusals
                    .exception(rejected.reason());
        };
    }
}
