package io.serviceconcept.concept;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

import io.serviceconcept.concept.ConceptCommand.NewNeed;
import io.serviceconcept.concept.ConceptCommand.SplitNeed;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.NeedsResource.NeedView;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/needs/{need}/split")
@Tag(name = "Needs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NeedSplitResource {

    private final Concepts concepts;
    private final EventStore store;

    NeedSplitResource(Concepts concepts, EventStore store) {
        this.concepts = concepts;
        this.store = store;
    }

    /**
     * @param into the needs that it becomes, at least two
     */
    record NeedSplitContent(@NotNull @Size(max = 20) List<@NotNull @Valid NewNeedContent> into) {
    }

    /**
     * @param takes the sub-needs, objectives and service levels that name this need from then on; each of those that name
     *        the need that is split is taken by one. Insights support all of the new needs.
     */
    record NewNeedContent(@NotBlank @Size(max = 200) String name, @Nullable @Size(max = 4000) String description,
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 200) String> takes) {

        NewNeed need() {
            return new NewNeed(UUID.randomUUID().toString(), name, description, takes == null ? List.of() : takes);
        }
    }

    /**
     * @param need the need that was split
     * @param into the needs that it became, as they were then
     */
    record NeedSplitView(String need, List<NeedView> into) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "splitNeed", summary = "Split a need into several", description = "If-Match carries the version of the need. Each new need starts with its importance and fits, and with its history.")
    @APIResponse(responseCode = "201", description = "Split; Location is the history of the need, ETag the version of the new needs", content = @Content(schema = @Schema(implementation = NeedSplitView.class)))
    public Response split(@PathParam("concept") String concept, @PathParam("need") String need,
            @HeaderParam("If-Match") @Nullable String ifMatch, NeedSplitContent body) {
        String location = NeedsResource.TYPE.location(concept, need) + "/history";
        concepts.creating(concept, location, new SplitNeed(ETags.required(ifMatch), need,
                body.into().stream().map(NewNeedContent::need).toList()));
        RecordedEvent recorded = split(concept, need);
        NeedSplit split = (NeedSplit) recorded.event();
        return Answers.created(location, recorded.version(), new NeedSplitView(need,
                split.into().stream().map(part -> NeedView.of(part.need(), recorded.version())).toList()));
    }

    private RecordedEvent split(String concept, String need) {
        return store.read(concepts.stream(concept), 0).stream()
                .filter(recorded -> recorded.event() instanceof NeedSplit split && split.need().equals(need)).findFirst()
                .orElseThrow(() -> Problem.notFound().exception());
    }
}
