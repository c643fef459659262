package io.serviceconcept.concept;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.serviceconcept.concept.EditionDiff.DiffSide;
import io.serviceconcept.concept.Editions.Edition;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/editions/{from}/diff/{to}")
@Tag(name = "Editions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EditionDiffResource {

    private static final String DRAFT = "draft";

    private final Concepts concepts;
    private final Editions editions;

    EditionDiffResource(Concepts concepts, Editions editions) {
        this.concepts = concepts;
        this.editions = editions;
    }

    /**
     * What is compared.
     *
     * @param version the version of the concept with which it came to be as it is
     */
    private record Side(DiffSide shown, EditionContent content, long version) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "compareEditions", summary = "What an edition has otherwise than another, or the draft than an edition")
    @APIResponse(responseCode = "200", description = "Per kind what was added, removed and changed", content = @Content(schema = @Schema(implementation = EditionDiff.class)))
    public Response get(@PathParam("concept") String concept,
            @Parameter(description = "The number of an edition") @PathParam("from") String from,
            @Parameter(description = "The number of an edition, or draft") @PathParam("to") String to) {
        List<Edition> adopted = editions.of(concept);
        Side former = edition(adopted, from);
        Side latter = to.equals(DRAFT) ? draft(concept) : edition(adopted, to);
        return Answers.ok(Math.max(former.version(), latter.version()), new EditionDiff(concept, former.shown(),
                latter.shown(), ContentDiff.between(former.content(), latter.content())));
    }

    private Side draft(String concept) {
        Draft draft = concepts.draft(concept);
        return new Side(new DiffSide(null, true, null), EditionRules.content(draft), draft.version());
    }

    private static Side edition(List<Edition> adopted, String number) {
        Edition edition = adopted.stream().filter(one -> Integer.toString(one.adopted().edition()).equals(number))
                .findFirst().orElseThrow(() -> Problem.notFound().exception());
        return new Side(new DiffSide(edition.adopted().edition(), false, edition.adopted().inForceFrom()),
                edition.adopted().content(), edition.version());
    }
}
