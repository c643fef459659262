package io.serviceconcept.journey.catalogue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Search;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.journey.JourneyKind;
import io.serviceconcept.journey.catalogue.CatalogueQueries.Filter;
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
    @Operation(operationId = "listJourneys", summary = "The journeys of the organisation")
    @APIResponseSchema(JourneyList.class)
    public Response list(
            @Parameter(description = "only those of this concept", schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("concept") @Nullable String concept,
            @Parameter(description = "only those of this kind", schema = @Schema(implementation = JourneyKind.class)) @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "only those whose name holds this; capitals make no difference") @QueryParam("q") @Nullable String q,
            @Parameter(schema = @Schema(enumeration = { "name",
                    "-name" }, defaultValue = "name")) @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Sort by = Sort.of(sort, "name");
        Filter filter = new Filter(concept(concept), kind(kind), Search.checked(q));
        List<CatalogueRow> rows = queries.list(caller.organisation(), filter, by, page.place(by), page.limit() + 1);
        Page<CatalogueRow> found = Page.of(rows, page, by, row -> new Place(row.name, row.journey.toString()));
        return Answers.page(uri, new Page<>(found.items().stream().map(JourneySummary::of).toList(), found.next()));
    }

    private static @Nullable JourneyKind kind(@Nullable String parameter) {
        return parameter == null ? null
                : Stream.of(JourneyKind.values()).filter(kind -> kind.name().equals(parameter)).findFirst()
                        .orElseThrow(() -> new InvalidInput("?kind", "is one of " + List.of(JourneyKind.values())));
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
