package io.serviceconcept.concept.catalogue;

import java.time.LocalDate;
import java.util.List;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Search;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts")
@Tag(name = "Concepts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CatalogueResource {

    private final Caller caller;
    private final AskedMoment moment;
    private final Calendars calendars;

    CatalogueResource(Caller caller, AskedMoment moment,
            Calendars calendars) {
        this.caller = caller;
        this.moment = moment;
        this.calendars = calendars;
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
    @Operation(operationId = "listConcepts", summary = "The concepts of your organisation", description = "As they are now: asOf is refused.")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = ConceptSummaryPage.class)))
    public Response list(@QueryParam("slug") @Nullable String slug,
            @Parameter(description = "Only those whose name holds this; capitals make no difference") @QueryParam("q") @Nullable String q,
            @Parameter(description = "Only those in this state", schema = @Schema(implementation = CatalogueState.class)) @QueryParam("state") @Nullable String state,
            @Parameter(schema = @Schema(enumeration = { "slug", "-slug", "name",
                    "-name" }, defaultValue = "slug")) @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        moment.onlyNow();
        PageRequest request = PageRequest.of(limit, cursor);
        if (slug != null && !slug.matches("[a-z0-9-]{1,100}")) {
            throw new InvalidInput("?slug", "has 1-100 lower-case letters, digits and hyphens");
        }
        Sort by = Sort.of(sort, "slug", "name");
        List<CatalogueRow> rows = CatalogueRow.page(caller.organisation(), slug, Search.checked(q), state(state), by,
                request.place(by), request.limit() + 1);
        Page<CatalogueRow> found = Page.of(rows, request, by, row -> row.place(by));
        LocalDate today = calendars.of(caller.organisation()).dayOf(caller.now());
        return Answers.page(uri,
                new Page<>(found.items().stream().map(row -> ConceptSummary.of(row, today)).toList(), found.next()));
    }

    private static @Nullable CatalogueState state(@Nullable String parameter) {
        return parameter == null ? null
                : Stream.of(CatalogueState.values()).filter(state -> state.name().equals(parameter)).findFirst()
                        .orElseThrow(() -> new InvalidInput("?state", "is one of " + List.of(CatalogueState.values())));
    }
}
