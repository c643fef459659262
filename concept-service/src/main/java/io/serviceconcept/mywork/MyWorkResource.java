package io.serviceconcept.mywork;

import java.util.List;

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

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
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

    MyWorkResource(MyWork work, AskedMoment moment, JsonWebToken token) {
        this.work = work;
        this.moment = moment;
        this.token = token;
    }

    record MyWorkPage(List<MyWorkItem> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getMyWork", summary = "What waits for an owner across a concept, what is overdue first", description = "Figures of objectives that are missing, requirements that are open, assumptions to test, concept tests without a verdict and ideas that were selected. Owners are named in free words; names are the same apart from capitals and accents. Requirements and figures are known here a moment after they change.")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = MyWorkPage.class)))
    public Response get(@PathParam("concept") String concept,
            @Parameter(description = "Whose work, a person, a function or for requirements also a department; without it the caller's, by id, user name and full name", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST_NAME)) @QueryParam("owner") @Nullable String owner,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        moment.onlyNow();
        PageRequest request = PageRequest.of(limit, cursor);
        String after = request.after() == null ? "" : request.after();
        List<MyWorkItem> found = work.of(concept, owner(owner)).stream().filter(item -> item.sortKey().compareTo(after) > 0)
                .limit(request.limit() + 1L).toList();
        return Answers.page(uri, Page.of(found, request, MyWorkItem::sortKey));
    }

    private Owner owner(@Nullable String name) {
        if (name == null) {
            return Owner.of(token);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidInput("?owner", "has 1-" + LONGEST_NAME + " characters");
        }
        return Owner.named(name);
    }
}
