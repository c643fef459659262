package io.serviceconcept.concept;

import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Offer.AnswerTime;
import io.serviceconcept.concept.Offer.AnswerTimeUnit;
import io.serviceconcept.concept.Offer.OpeningHours;
import io.serviceconcept.concept.PromiseInconsistencies.Inconsistency;
import io.serviceconcept.concept.PromiseInconsistencies.InconsistentPromise;
import io.serviceconcept.eventsourcing.http.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/offers")
@Tag(name = "Offers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OffersResource {

    static final PartType<Offer> TYPE = new PartType<>(Offer.class, PartKind.OFFER, "offers",
            OfferView::of);

    private final PartEndpoints parts;
    private final Concepts concepts;

    OffersResource(PartEndpoints parts, Concepts concepts) {
        this.parts = parts;
        this.concepts = concepts;
    }

    /**
     * @param languages as BCP 47 tags
     * @param accessibility what makes it usable for everybody: a lift, a sign language interpreter, plain language
     * @param promise what the customer may expect, in customer language
     */
    record OfferContent(@NotBlank @Size(max = 200) String service, @NotBlank @Size(max = 200) String channel,
            @NotBlank @Size(max = 200) String group,
            @Nullable @Size(max = 50) List<@NotNull @Valid OpeningHoursContent> openingHours,
            @Nullable @Size(max = 50) @Schema(uniqueItems = true) List<@NotNull @Size(max = 35) @Pattern(regexp = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$") String> languages,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> accessibility,
            @Nullable @Size(min = 1, max = 4000) String promise, @Nullable @Valid AnswerTimeContent answerTime) {

        Offer part(String id) {
            List<OpeningHoursContent> hours = openingHours == null ? List.of() : openingHours;
            Checks checks = new Checks();
            for (int i = 0; i < hours.size(); i++) {
                checks.require(hours.get(i).from().compareTo(hours.get(i).to()) < 0, "/openingHours/" + i + "/to",
                        "is later than from");
            }
            checks.pass();
            return new Offer(id, service, channel, group,
                    hours.stream().map(open -> new OpeningHours(open.day(), open.from(), open.to())).toList(),
                    languages == null ? List.of() : languages, accessibility == null ? List.of() : accessibility, promise,
                    answerTime == null ? null : new AnswerTime(answerTime.value(), answerTime.unit()));
        }
    }

    /**
     * @param from HH:mm, where the organisation is
     * @param to later than from; 24:00 is the end of the day
     */
    record OpeningHoursContent(@NotNull DayOfWeek day,
            @NotNull @Pattern(regexp = "^([01][0-9]|2[0-3]):[0-5][0-9]$") String from,
            @NotNull @Pattern(regexp = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$") String to) {
    }

    record AnswerTimeContent(@NotNull @Min(1) @Max(10_000) Integer value, @NotNull AnswerTimeUnit unit) {

        static @Nullable AnswerTimeContent of(@Nullable AnswerTime time) {
            return time == null ? null : new AnswerTimeContent(time.value(), time.unit());
        }
    }

    record OfferView(String id, String service, String channel, String group, List<OpeningHoursContent> openingHours,
            List<String> languages, List<String> accessibility, @Nullable String promise,
            @Nullable AnswerTimeContent answerTime, long version) {

        static OfferView of(Offer offer, long version) {
            return new OfferView(offer.id(), offer.service(), offer.channel(), offer.group(),
                    offer.openingHours().stream().map(o -> new OpeningHoursContent(o.day(), o.from(), o.to())).toList(),
                    offer.languages(), offer.accessibility(), offer.promise(), AnswerTimeContent.of(offer.answerTime()),
                    version);
        }
    }

    /**
     * @param differs what is promised differently
     * @param offers what each channel that speaks of it promises
     */
    record OfferInconsistency(String service, String group, InconsistentPromise differs, List<PromisedThere> offers) {

        static OfferInconsistency of(Inconsistency found) {
            return new OfferInconsistency(found.service(), found.group(), found.differs(),
                    found.offers().stream().map(offer -> new PromisedThere(offer.id(), offer.channel(), offer.promise(),
                            AnswerTimeContent.of(offer.answerTime()))).toList());
        }
    }

    record PromisedThere(String offer, String channel, @Nullable String promise, @Nullable AnswerTimeContent answerTime) {
    }

    /**
     * @param version the version of the concept that was looked at
     */
    record OfferInconsistencies(long version, List<OfferInconsistency> items) {
    }

    record OfferViewPage(List<OfferView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addOffer", summary = "Add an offer to the draft", description = "A service through a channel for a group, once.")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response add(@PathParam("concept") String concept, OfferContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listOffers", summary = "The offers of the draft, by the names of service, channel and group")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = OfferViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/inconsistencies")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listOfferInconsistencies", summary = "Where channels promise a group different things of the same service", description = "Promises and answer times are compared; opening hours, languages and accessibility differ by nature. What a channel does not speak of, it does not contradict. It keeps no draft from being proposed.")
    @APIResponse(responseCode = "200", description = "All of them; empty when every channel promises the same", content = @Content(schema = @Schema(implementation = OfferInconsistencies.class)))
    public Response inconsistencies(@PathParam("concept") String concept) {
        Draft draft = concepts.draft(concept);
        return Answers.ok(draft.version(), new OfferInconsistencies(draft.version(), PromiseInconsistencies
                .among(draft.parts().offers()).stream().map(OfferInconsistency::of).toList()));
    }

    @GET
    @Path("/{offer}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getOffer", summary = "An offer of the draft")
    @APIResponse(responseCode = "200", description = "The offer; its ETag is its own version", content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("offer") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{offer}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeOffer", summary = "Change an offer of the draft", description = "A service through a channel for a group, once.")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("offer") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, OfferContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{offer}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeOffer", summary = "Remove an offer from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("offer") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
