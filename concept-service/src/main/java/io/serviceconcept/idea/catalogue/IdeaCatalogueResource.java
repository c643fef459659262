package io.serviceconcept.idea.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.concept.DraftParts;
import io.serviceconcept.concept.Names;
import io.serviceconcept.concept.NeedSuccession;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Search;
import io.serviceconcept.idea.IdeaOrigin;
import io.serviceconcept.idea.IdeaOutline;
import io.serviceconcept.idea.IdeaOutline.IdeaEffect;
import io.serviceconcept.idea.IdeaOutline.IdeaScores;
import io.serviceconcept.idea.IdeaState;
import io.serviceconcept.idea.catalogue.IdeaQueries.Filter;
import io.serviceconcept.idea.catalogue.IdeaQueries.Found;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/ideas")
@Tag(name = "Ideas")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IdeaCatalogueResource {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final IdeaQueries queries;
    private final DraftParts parts;
    private final Caller caller;
    private final AskedMoment moment;

    IdeaCatalogueResource(IdeaQueries queries, DraftParts parts, Caller caller, AskedMoment moment) {
        this.queries = queries;
        this.parts = parts;
        this.caller = caller;
        this.moment = moment;
    }

    record IdeaSummary(String id, String title, IdeaOrigin origin, IdeaState state, List<String> needs,
            List<String> channels, IdeaScores scores, @Nullable BigDecimal cost, List<IdeaEffect> expectedEffects,
            String owner, long version) {

        IdeaSummary following(NeedSuccession succession) {
            IdeaOutline outline = new IdeaOutline(title, null, origin, List.of(), List.of(), List.of(), needs, channels,
                    scores, cost, expectedEffects, owner).following(succession);
            return new IdeaSummary(id, title, origin, state, outline.needs(), channels, scores, cost,
                    outline.expectedEffects(), owner, version);
        }
    }

    record IdeaSummaryPage(List<IdeaSummary> items) {
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listIdeas", summary = "The ideas of a concept")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = IdeaSummaryPage.class)))
    public Response list(@PathParam("concept") String concept,
            @Parameter(description = "only those in this state", schema = @Schema(implementation = IdeaState.class)) @QueryParam("state") @Nullable String state,
            @Parameter(description = "only those that serve this need") @QueryParam("need") @Nullable String need,
            @Parameter(description = "only those that touch this channel") @QueryParam("channel") @Nullable String channel,
            @Parameter(description = "only those whose title holds this; capitals and accents make no difference", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200)) @QueryParam("q") @Nullable String q,
            @Parameter(description = "a minus for the highest first; what is not scored comes last", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "title",
                    "-customerValue",
                    "-businessValue",
                    "effort" }, defaultValue = "title")) @QueryParam("sort") @DefaultValue("title") String sort,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        IdeaSort by = IdeaSort.parse(sort)
                .orElseThrow(() -> new InvalidInput("?sort", "is title, -customerValue, -businessValue or effort"));
        IdeaState in = state(state);
        String serving = id(need, "?need");
        String touching = id(channel, "?channel");
        String titled = Search.checked(q);
        NeedSuccession succession = parts.succession(concept);
        Filter filter = new Filter(in, serving == null ? null : succession.named(serving), touching,
                titled == null ? null : Search.pattern(Names.folded(titled)));
        List<Found> found = queries.page(caller.organisation(), concept, moment.past(), filter, by,
                after(request, by), request.limit() + 1);
        Page<Found> page = Page.of(found, request, idea -> by.parameter() + ' ' + idea.sortKey());
        return Answers.page(uri,
                new Page<>(page.items().stream().map(idea -> idea.idea().following(succession)).toList(), page.next()));
    }

    /** A cursor belongs to the order in which it was given out. */
    private static String after(PageRequest request, IdeaSort sort) {
        String after = request.after();
        if (after == null) {
            return "";
        }
        String prefix = sort.parameter() + ' ';
        if (!after.startsWith(prefix)) {
            throw new InvalidInput("?cursor", "was not given out for this list");
        }
        return after.substring(prefix.length());
    }

    private static @Nullable IdeaState state(@Nullable String name) {
        return name == null ? null
                : Stream.of(IdeaState.values()).filter(state -> state.name().equals(name)).findFirst()
                        .orElseThrow(() -> new InvalidInput("?state", "is one of " + List.of(IdeaState.values())));
    }

    private static @Nullable String id(@Nullable String value, String parameter) {
        if (value != null && !ID.matcher(value).matches()) {
            throw new InvalidInput(parameter, "is an id as it was given");
        }
        return value;
    }
}
