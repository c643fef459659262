package io.serviceconcept.requirement.catalogue;

import java.time.LocalDate;
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
import io.serviceconcept.requirement.RequirementKind;
import io.serviceconcept.requirement.RequirementState;
import io.serviceconcept.requirement.catalogue.RequirementQueries.Filter;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The requirements of an organisation. */
@Path("/v1/requirements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Requirements")
@RunOnVirtualThread
class RequirementCatalogueResource {

    private static final int LONGEST_OWNER = 200;

    private final RequirementQueries queries;
    private final Caller caller;

    RequirementCatalogueResource(RequirementQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    record RequirementSummary(UUID id, UUID concept, String name, RequirementKind kind, @Nullable UUID channel,
            @Nullable UUID journey, @Nullable UUID touchpoint, String department, @Nullable String owner,
            @Nullable LocalDate dueDate, boolean blocking, RequirementState state, long version) {

        static RequirementSummary of(RequirementRow row) {
            return new RequirementSummary(row.requirement, row.concept, row.name, row.kind, row.channel, row.journey,
                    row.touchpoint, row.department, row.owner, row.dueDate, row.blocking, row.state, row.version);
        }
    }

    /** The shape of a page, for the API's description. */
    record RequirementList(List<RequirementSummary> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listRequirements", summary = "The requirements of the organisation")
    @APIResponseSchema(RequirementList.class)
    public Response list(
            @Parameter(description = "only those of this concept", schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("concept") @Nullable String concept,
            @Parameter(description = "only those that hang on this channel", schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("channel") @Nullable String channel,
            @Parameter(description = "only those that hang on a touchpoint of this journey", schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("journey") @Nullable String journey,
            @Parameter(description = "only those in this state", schema = @Schema(implementation = RequirementState.class)) @QueryParam("state") @Nullable String state,
            @Parameter(description = "only those that this person sees to; capitals make no difference") @QueryParam("owner") @Nullable String owner,
            @Parameter(description = "only those whose name holds this; capitals make no difference") @QueryParam("q") @Nullable String q,
            @Parameter(schema = @Schema(enumeration = { "name",
                    "-name" }, defaultValue = "name")) @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Filter filter = new Filter(id("?concept", concept), id("?channel", channel), id("?journey", journey),
                state(state), owner(owner), Search.checked(q));
        Sort by = Sort.of(sort, "name");
        List<RequirementRow> rows = queries.list(caller.organisation(), filter, by, page.place(by),
                page.limit() + 1);
        Page<RequirementRow> found = Page.of(rows, page, by,
                row -> new Place(row.name, row.requirement.toString()));
        return Answers.page(uri, new Page<>(found.items().stream().map(RequirementSummary::of).toList(), found.next()));
    }

    /** Parsed here, because a parameter that JAX-RS cannot convert is answered with 404. */
    private static @Nullable UUID id(String name, @Nullable String parameter) {
        try {
            return parameter == null ? null : UUID.fromString(parameter);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(name, "is not an id");
        }
    }

    private static @Nullable RequirementState state(@Nullable String parameter) {
        return parameter == null ? null
                : Stream.of(RequirementState.values()).filter(state -> state.name().equals(parameter)).findFirst()
                        .orElseThrow(() -> new InvalidInput("?state", "is one of " + List.of(RequirementState.values())));
    }

    private static @Nullable String owner(@Nullable String parameter) {
        if (parameter != null && parameter.length() > LONGEST_OWNER) {
            throw new InvalidInput("?owner", "has at most " + LONGEST_OWNER + " characters");
        }
        return parameter;
    }
}
