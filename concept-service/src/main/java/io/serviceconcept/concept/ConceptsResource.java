package io.serviceconcept.concept;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
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

import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts")
@Tag(name = "Concepts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConceptsResource {

    private final Concepts concepts;

    ConceptsResource(Concepts concepts) {
        this.concepts = concepts;
    }

    /**
     * @param slug how the concept is named in addresses: lower-case words with hyphens
     */
    record NewConcept(@NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 100) @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*$") String slug,
            @Nullable @Size(max = 4000) String description) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "createConcept", summary = "Create a concept", description = "Its slug is its own within the organisation.")
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = ConceptView.class)))
    public Response create(NewConcept body) {
        String id = UUID.randomUUID().toString();
        return switch (concepts.create(new ConceptCommand.Create(id, body.name(), body.slug(), body.description()))) {
            case Handled.Done<Concept, ConceptEvent, ConceptRejection> done -> created("/v1/concepts/" + id, done.state());
            case Handled.Repeated<Concept, ConceptEvent, ConceptRejection> repeated -> created(repeated.location(),
                    concepts.get(URI.create(repeated.location()).getPath().substring("/v1/concepts/".length())));
            case Handled.Rejected<Concept, ConceptEvent, ConceptRejection> rejected -> throw Refusals
                    .exception(rejected.reason());
        };
    }

    @GET
    @Path("/{concept}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getConcept", summary = "A concept: its name, its state and which edition is in force", description = "With asOf, the edition that was in force at that moment, as far as was known then.")
    @APIResponse(responseCode = "200", description = "The concept", content = @Content(schema = @Schema(implementation = ConceptView.class)))
    public Response get(@PathParam("concept") String id) {
        return ConceptTag.ok(concepts.get(id), concepts.today());
    }

    private Response created(String location, Concept concept) {
        return Answers.created(location, concept.draft().version(), ConceptView.of(concept, concepts.today()));
    }
}
