package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

import io.serviceconcept.concept.ConceptCommand.Adopt;
import io.serviceconcept.concept.Editions.Edition;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/editions")
@Tag(name = "Editions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EditionsResource {

    private final Concepts concepts;
    private static final int LONGEST_AHEAD = 5;

    private final Editions editions;
    private final Caller caller;
    private final Calendars calendars;

    EditionsResource(Concepts concepts, Editions editions, Caller caller, Calendars calendars) {
        this.concepts = concepts;
        this.editions = editions;
        this.caller = caller;
        this.calendars = calendars;
    }

    /**
     * @param inForceFrom the first day, where the organisation is; it may lie at most five years ahead, or in the past to
     *        enter history
     * @param reason stays in the history
     */
    record NewEdition(@NotNull LocalDate inForceFrom, @Nullable @Size(min = 1, max = 4000) String reason) {
    }

    record EditionSummaryPage(List<EditionView.EditionSummary> items) {
    }

    /** No later edition may take force before this one, so a slip of the pen would be the last word. */
    private void requireNear(LocalDate inForceFrom) {
        if (inForceFrom.isAfter(calendars.of(caller.organisation()).dayOf(caller.now()).plusYears(LONGEST_AHEAD))) {
            throw new InvalidInput("/inForceFrom", "lies more than " + LONGEST_AHEAD + " years ahead");
        }
    }

    @POST
    @RolesAllowed({ "manager", "admin" })
    @Operation(operationId = "adoptEdition", summary = "Adopt the proposed draft as the next edition", description = "If-Match carries the version of the concept. The edition never changes afterwards. It takes force no later than any of its objectives and channel shifts is due (due-before-in-force, with all that are due before).")
    @APIResponse(responseCode = "201", description = "Adopted", content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Response adopt(@PathParam("concept") String concept, @HeaderParam("If-Match") @Nullable String ifMatch,
            NewEdition body) {
        long seen = ConceptTag.required(ifMatch);
        requireNear(body.inForceFrom());
        String address = "/v1/concepts/" + concept + "/editions/";
        String next = address + concepts.draft(concept).nextEdition();
        String location = switch (concepts.creating(concept, seen, next,
                new Adopt(body.inForceFrom(), caller.now(), body.reason()))) {
            case Handled.Done<Concept, ConceptEvent, ConceptRejection> done -> next;
            case Handled.Repeated<Concept, ConceptEvent, ConceptRejection> repeated -> repeated.location();
            case Handled.Rejected<Concept, ConceptEvent, ConceptRejection> rejected -> throw Refusals
                    .exception(rejected.reason());
        };
        Edition edition = edition(concept, location.substring(address.length()));
        return Answers.created(location, edition.version(), EditionView.of(edition));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listEditions", summary = "The editions of a concept, the first one first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = EditionSummaryPage.class)))
    public Response list(@PathParam("concept") String concept,
            @Parameter(description = "With a minus the last one first", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "edition",
                    "-edition" }, defaultValue = "edition")) @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        Sort by = Sort.of(sort, "edition");
        List<EditionView.EditionSummary> all = editions.of(concept).stream().map(EditionView.EditionSummary::of).toList();
        return Answers.page(uri, Page.among(all, request, by, EditionsResource::place));
    }

    private static Place place(EditionView.EditionSummary edition) {
        return new Place(String.format(Locale.ROOT, "%010d", edition.edition()), Integer.toString(edition.edition()));
    }

    @GET
    @Path("/{edition}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getEdition", summary = "Everything an edition holds")
    @APIResponse(responseCode = "200", description = "The edition", content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("edition") String number) {
        Edition edition = edition(concept, number);
        return Answers.ok(edition.version(), EditionView.of(edition));
    }

    private Edition edition(String concept, String number) {
        return editions.of(concept).stream()
                .filter(edition -> Integer.toString(edition.adopted().edition()).equals(number)).findFirst()
                .orElseThrow(() -> Problem.notFound().exception());
    }
}
