package io.serviceconcept.concept.catalogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts")
@Tag(name = "Concepts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CatalogueResource {

    private final Caller caller;
    private final AskedMoment moment;
    private final ZoneId zone;

    CatalogueResource(Caller caller, AskedMoment moment,
            @ConfigProperty(name = "organisation.time-zone", defaultValue = "Europe/Amsterdam") ZoneId zone) {
        this.caller = caller;
        this.moment = moment;
        this.zone = zone;
    }

    enum CatalogueState {
        DRAFT,
        PROPOSED,
        RETIRED
    }

    record ConceptSummary(String id, String name, String slug, @Nullable String description, CatalogueState state,
            int draftEdition, @Nullable Integer editionInForce, long version) {

        static ConceptSummary of(CatalogueRow row, LocalDate today) {
            return new ConceptSummary(row.concept, row.name, row.slug, row.description,
                    state(row), row.editions() + 1, row.editionInForce(today), row.version);
        }

        private static CatalogueState state(CatalogueRow row) {
            if (row.retired) {
                return CatalogueState.RETIRED;
            }
            return row.proposed ? CatalogueState.PROPOSED : CatalogueState.DRAFT;
        }
    }

    record ConceptSummaryPage(List<ConceptSummary> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listConcepts", summary = "The concepts of your organisation, by slug", description = "As they are now: asOf is refused.")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = ConceptSummaryPage.class)))
    public Response list(@QueryParam("slug") @Nullable String slug, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        moment.onlyNow();
        PageRequest request = PageRequest.of(limit, cursor);
        if (slug != null && !slug.matches("[a-z0-9-]{1,100}")) {
            throw new InvalidInput("?slug", "has 1-100 lower-case letters, digits and hyphens");
        }
        LocalDate today = LocalDate.ofInstant(caller.now(), zone);
        List<ConceptSummary> found = CatalogueRow.page(caller.organisation(), slug, request.after(), request.limit() + 1)
                .stream().map(row -> ConceptSummary.of(row, today)).toList();
        return Answers.page(uri, Page.of(found, request, ConceptSummary::slug));
    }
}
