package io.serviceconcept.journey.catalogue;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.journey.JourneyKind;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The journeys of an organisation. */
@Path("/v1/journeys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
@RunOnVirtualThread
class CatalogueResource {

    private final CatalogueQueries queries;
    private final Caller caller;

    CatalogueResource(CatalogueQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    /** {@code published} says whether other services know the journey, perhaps as it was before. */
    record JourneySummary(UUID id, UUID concept, String name, JourneyKind kind, @Nullable String service,
            boolean published, long version) {

        static JourneySummary of(CatalogueRow row) {
            return new JourneySummary(row.journey, row.concept, row.name, row.kind, row.service, row.published, row.version);
        }
    }

    /** The shape of a page, for the API's description. */
    record JourneyList(List<JourneySummary> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listJourneys", summary = "The journeys of the organisation, or of one concept, by name")
    @APIResponseSchema(JourneyList.class)
    public Response list(
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("concept") @Nullable String concept,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        List<CatalogueRow> rows = queries.list(caller.organisation(), concept(concept), page.after(), page.limit() + 1);
        Page<CatalogueRow> found = Page.of(rows, page, CatalogueQueries::sortKey);
        return Answers.page(uri, new Page<>(found.items().stream().map(JourneySummary::of).toList(), found.next()));
    }

    /** Parsed here, because a parameter that JAX-RS cannot convert is answered with 404. */
    private static @Nullable UUID concept(@Nullable String parameter) {
        try {
            return parameter == null ? null : UUID.fromString(parameter);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("?concept", "is not the id of a concept");
        }
    }
}
