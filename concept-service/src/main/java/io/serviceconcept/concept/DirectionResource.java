package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
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

import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.ETags;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/direction")
@Tag(name = "Direction")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DirectionResource {

    private final Concepts concepts;

    DirectionResource(Concepts concepts) {
        this.concepts = concepts;
    }

    /**
     * @param budgetPerMonth what all contacts through all channels may cost, in the currency of their cost per contact; at
     *        most two decimals
     */
    record DirectionContent(@Nullable @Size(max = 4000) String mission, @Nullable @Size(max = 4000) String vision,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> values,
            @Nullable @Size(max = 4000) String ambition,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 4000) String> policyChoices,
            @Nullable @DecimalMin("0") @DecimalMax("1000000000000") BigDecimal budgetPerMonth) {

        Direction direction() {
            new Checks().decimals(budgetPerMonth, 2, "/budgetPerMonth").pass();
            return new Direction(mission, vision, values == null ? List.of() : values, ambition,
                    policyChoices == null ? List.of() : policyChoices,
                    budgetPerMonth == null ? null : Decimals.plain(budgetPerMonth));
        }

        static DirectionContent of(Direction direction) {
            return new DirectionContent(direction.mission(), direction.vision(), direction.values(), direction.ambition(),
                    direction.policyChoices(), direction.budgetPerMonth());
        }
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getDirection", summary = "Mission, vision, values, ambition, policy choices and budget of the draft")
    @APIResponse(responseCode = "200", description = "The direction; its ETag is \"0\" until it is first set", content = @Content(schema = @Schema(implementation = DirectionContent.class)))
    public Response get(@PathParam("concept") String concept) {
        return answer(concepts.draft(concept));
    }

    @PUT
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "setDirection", summary = "Set the direction of the draft")
    @APIResponse(responseCode = "200", description = "Set", content = @Content(schema = @Schema(implementation = DirectionContent.class)))
    public Response set(@PathParam("concept") String concept, @HeaderParam("If-Match") @Nullable String ifMatch,
            DirectionContent body) {
        return answer(concepts
                .change(concept, new ConceptCommand.SetDirection(ETags.required(ifMatch), body.direction())).draft());
    }

    private static Response answer(Draft draft) {
        return Answers.ok(draft.direction().version(), DirectionContent.of(draft.direction().value()));
    }
}
