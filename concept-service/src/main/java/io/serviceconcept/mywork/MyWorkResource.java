package io.serviceconcept.mywork;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.quarkus.security.identity.SecurityIdentity;
import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.mywork.MyWorkItem.WorkKind;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/my-work")
@Tag(name = "My work")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MyWorkResource {

    private static final int LONGEST_NAME = 200;

    private final MyWork work;
    private final AskedMoment moment;
    private final JsonWebToken token;
    private final SecurityIdentity identity;

    MyWorkResource(MyWork work, AskedMoment moment, JsonWebToken token, SecurityIdentity identity) {
        this.work = work;
        this.moment = moment;
        this.token = token;
        this.identity = identity;
    }

    record MyWorkPage(List<MyWorkItem> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getMyWork", summary = "What waits for an owner across a concept, what is overdue first", description = "Figures of objectives and service levels that are missing, requirements that are open, assumptions to test, concept tests without a verdict and ideas that were selected. A service level is the work of who owns an objective with its indicator, and without one that of managers and admins. Owners are named in free words; names are the same apart from capitals and accents. Requirements and figures are known here a moment after they change.")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = MyWorkPage.class)))
    public Response get(@PathParam("concept") String concept,
            @Parameter(description = "Whose work, a person, a function or for requirements also a department; without it the caller's, by id, user name and full name", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST_NAME)) @QueryParam("owner") @Nullable String owner,
            @Parameter(description = "Only this kind of work", schema = @Schema(implementation = WorkKind.class)) @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "Only what is overdue, or only what is not", schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("overdue") @Nullable String overdue,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        moment.onlyNow();
        PageRequest request = PageRequest.of(limit, cursor);
        String after = request.after() == null ? "" : request.after();
        Predicate<MyWorkItem> asked = asked(kind, overdue);
        List<MyWorkItem> found = work.of(concept, owner(owner)).stream().filter(asked)
                .filter(item -> item.sortKey().compareTo(after) > 0)
                .limit(request.limit() + 1L).toList();
        return Answers.page(uri, Page.of(found, request, MyWorkItem::sortKey));
    }

    private static Predicate<MyWorkItem> asked(@Nullable String kind, @Nullable String overdue) {
        if (kind != null && Stream.of(WorkKind.values()).noneMatch(one -> one.name().equals(kind))) {
            throw new InvalidInput("?kind", "is one of " + List.of(WorkKind.values()));
        }
        if (overdue != null && !overdue.equals("true") && !overdue.equals("false")) {
            throw new InvalidInput("?overdue", "is true or false");
        }
        return item -> (kind == null || kind.equals(item.kind().name()))
                && (overdue == null || overdue.equals(Boolean.toString(item.overdue())));
    }

    private Owner owner(@Nullable String name) {
        if (name == null) {
            return Owner.of(token, identity.hasRole("manager") || identity.hasRole("admin"));
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidInput("?owner", "has 1-" + LONGEST_NAME + " characters");
        }
        return Owner.named(name);
    }
}
