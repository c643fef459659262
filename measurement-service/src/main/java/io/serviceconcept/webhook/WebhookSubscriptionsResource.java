package io.serviceconcept.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.history.Histories;
import io.serviceconcept.history.Histories.HistoryEntryPage;
import io.serviceconcept.webhook.NewSubscription.ToolSecret;
import io.serviceconcept.webhook.Subscriptions.Versioned;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Subscriptions of survey tools. */
@Path("/v1/webhook-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Webhooks", description = "Survey tools that send responses, and what their questions are called here.")
class WebhookSubscriptionsResource {

    private static final String ADDRESS = "/v1/webhook-subscriptions/";

    private final Caller caller;
    private final Subscriptions subscriptions;
    private final SubscriptionQueries queries;
    private final Secrets secrets;
    private final Deliveries deliveries;
    private final DeliveryRows rows;
    private final WebhookConfig config;
    private final StrictJson json;
    private final EventStore store;
    private final Histories histories;

    WebhookSubscriptionsResource(Caller caller, Subscriptions subscriptions, SubscriptionQueries queries, Secrets secrets,
            Deliveries deliveries, DeliveryRows rows, WebhookConfig config, StrictJson json, EventStore store,
            Histories histories) {
        this.caller = caller;
        this.subscriptions = subscriptions;
        this.queries = queries;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.rows = rows;
        this.config = config;
        this.json = json;
        this.store = store;
        this.histories = histories;
    }

    @POST
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "subscribeTool", summary = "Let a survey tool send responses", description = "The mapping is checked against the survey as it is now. The secret is in this answer, and in that to the same request again until it is rotated.")
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "201")
    public Response subscribe(NewSubscription body) {
        String id = UUID.randomUUID().toString();
        String organisation = caller.organisation();
        String given = body.checkedSecret();
        String sealed = given == null ? null : secrets.seal(organisation, id, given);
        secrets.plain(organisation, id, new SubscriptionSecret(1, sealed));
        Versioned made = subscriptions.subscribe(caller.creating(ADDRESS + id), new SubscriptionId(id), body.content(),
                sealed);
        return Answers.created(ADDRESS + made.id().value(), made.version(), SubscriptionView.of(made, firstSecret(made)));
    }

    /** Who asks again is told the secret that the request made, and none that came in its place. */
    private @Nullable String firstSecret(Versioned made) {
        return made.subscription().secret().generation() == 1 ? secret(made) : null;
    }

    /** A secret that the tool made is not told: whoever asks has it. */
    private @Nullable String secret(Versioned versioned) {
        SubscriptionSecret secret = versioned.subscription().secret();
        return secret.sealed() == null ? secrets.plain(caller.organisation(), versioned.id().value(), secret) : null;
    }

    /** A page of the list. */
    @Schema(name = "WebhookSubscriptionList")
    record SubscriptionList(List<SubscriptionView> items) {
    }

    @GET
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "listWebhookSubscriptions", summary = "List the subscriptions of survey tools")
    @APIResponseSchema(SubscriptionList.class)
    public Response list(
            @Parameter(schema = @Schema(enumeration = { "id",
                    "-id" }, defaultValue = "id")) @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        String organisation = caller.organisation();
        Sort by = Sort.of(sort, "id");
        Page<String> ids = Page.of(queries.ids(organisation, by, page), page, by, id -> new Place(id, id));
        List<SubscriptionView> items = ids.items().stream()
                .map(id -> subscriptions.find(organisation, new SubscriptionId(id))).flatMap(Optional::stream)
                .map(found -> SubscriptionView.of(found, null)).toList();
        return Answers.page(uri, new Page<>(items, ids.next()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "getWebhookSubscription", summary = "Show a subscription of a survey tool")
    @APIResponseSchema(SubscriptionView.class)
    public Response get(@PathParam("id") String id) {
        Versioned found = subscriptions.get(caller.organisation(), id);
        return Answers.ok(found.version(), SubscriptionView.of(found, null));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "changeWebhookSubscription", summary = "Change the name, survey or mapping of a subscription", description = "The tool stays, and so does the secret.")
    @APIResponseSchema(SubscriptionView.class)
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch,
            NewSubscription body) {
        long seen = ETags.required(ifMatch);
        if (body.secret() != null) {
            throw new InvalidInput("/secret", "is changed by secret-rotation");
        }
        Versioned changed = subscriptions.change(caller.context(), subscriptions.get(caller.organisation(), id), seen,
                body.content());
        return Answers.ok(changed.version(), SubscriptionView.of(changed, null));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "endWebhookSubscription", summary = "End a subscription: nothing is taken in from the tool any more")
    @APIResponse(responseCode = "204", description = "Ended; what was taken in stays")
    public Response end(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        long seen = ETags.required(ifMatch);
        subscriptions.unsubscribe(caller.context(), subscriptions.get(caller.organisation(), id), seen);
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/secret-rotation")
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "rotateWebhookSecret", summary = "Give a subscription a new secret", description = "The secret before is accepted until previousSecretUntil. A tool that makes its secrets itself: send the new one.")
    @APIResponse(responseCode = "200", description = "The new secret, unless the tool made it; shown never again", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public Response rotate(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch,
            ToolSecret body) {
        long seen = ETags.required(ifMatch);
        Versioned found = subscriptions.get(caller.organisation(), id);
        String given = body.checked(found.subscription().content().tool());
        Instant until = caller.now().plus(config.rotation());
        Versioned rotated = subscriptions.rotate(caller.context(), found, seen, new SubscriptionCommand.RotateSecret(
                given == null ? null : secrets.seal(caller.organisation(), found.id().value(), given), until));
        return Answers.ok(rotated.version(), SubscriptionView.of(rotated, secret(rotated)));
    }

    @POST
    @Path("/{id}/trial")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Extension(name = "x-without-history", value = "nothing is stored")
    @Operation(operationId = "tryWebhook", summary = "Try the mapping on what the tool would send; nothing is stored")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT, description = "A body as the tool sends it, without a signature.")))
    @APIResponse(responseCode = "200", description = "What would become of it", content = @Content(schema = @Schema(implementation = WebhookTrial.class)))
    public Response tryOut(@PathParam("id") String id, byte[] body) {
        Versioned found = subscriptions.get(caller.organisation(), id);
        return Response.ok(deliveries.tried(caller.organisation(), found, json.parse(body), caller.now())).build();
    }

    /** What was the matter with a delivery. */
    @Schema(name = "WebhookProblem")
    record ProblemView(Instant at, @Schema(description = "The tool's id of it.") String delivery,
            @Schema(description = "The tool's question, or a JSON Pointer into the response.") String about, String message) {
    }

    /** A page of problems. */
    @Schema(name = "WebhookProblemList")
    record ProblemList(List<ProblemView> items) {
    }

    @GET
    @Path("/{id}/problems")
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "listWebhookProblems", summary = "What was the matter with what the tool sent, the last first", description = "Questions that are not in the mapping, choices that mean nothing, responses that were refused. The last 200 are kept; never what was answered.")
    @APIResponseSchema(ProblemList.class)
    public Response problems(@PathParam("id") String id, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Versioned found = subscriptions.get(caller.organisation(), id);
        long before = page.after() == null ? Long.MAX_VALUE : page.number();
        Page<DeliveryRows.Seen> seen = Page.of(rows.problems(found.id(), before, page.limit()), page,
                problem -> Long.toString(problem.number()));
        return Answers.page(uri, new Page<>(seen.items().stream().map(problem -> new ProblemView(problem.at(),
                problem.delivery(), problem.about(), problem.message())).toList(), seen.next()));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "getWebhookSubscriptionHistory", summary = "Who did what to a subscription, and when, the first first", description = "Also of one that was ended.")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = HistoryEntryPage.class)))
    public Response history(@PathParam("id") String id, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        List<RecordedEvent> events = SubscriptionId.parse(id)
                .map(parsed -> store.read(parsed.stream(caller.organisation()), 0)).orElse(List.of());
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        return histories.page(events, SubscriptionEvent.class, new SubscriptionWording(), request, uri);
    }
}
