package io.serviceconcept.idea;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.eventsourcing.Subjects;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.idea.Idea.Quote;
import io.serviceconcept.idea.Idea.Tested;
import io.serviceconcept.idea.Ideas.Created;
import io.smallrye.common.annotation.RunOnVirtualThread;

/**
 * What participants of a test said: personal data, at an address of its own because not everybody who reads the test may
 * read it. Reading it gives no version, so that nobody is told that what was erased is still as it was.
 */
@Path("/v1/concepts/{concept}/ideas/{idea}/tests/{test}/quotes")
@Tag(name = "Ideas")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class QuotesResource {

    private final Ideas ideas;
    private final Subjects subjects;
    private final Caller caller;

    QuotesResource(Ideas ideas, Subjects subjects, Caller caller) {
        this.ideas = ideas;
        this.subjects = subjects;
        this.caller = caller;
    }

    /**
     * @param pseudonym of the one who said it; it is not kept, but who is erased by it loses all that was said under it
     * @param text what was said
     */
    record NewQuote(@NotBlank @Size(max = 200) String pseudonym, @NotBlank @Size(max = 4000) String text) {

        /** Never the text: requests are written to logs. */
        @Override
        public String toString() {
            return "NewQuote[not shown]";
        }
    }

    /**
     * @param subject whose it is, for an erasure: the same for the same pseudonym, which cannot be told from it
     */
    record QuoteRecord(String id, String subject) {
    }

    /**
     * @param subject whose it is, for an erasure: the same for the same pseudonym, which cannot be told from it
     */
    record QuoteView(String id, String text, String subject) {

        static Optional<QuoteView> of(Quote quote) {
            return quote.text().reveal().map(text -> new QuoteView(quote.id(), text, quote.text().subject().value()));
        }

        @Override
        public String toString() {
            return "QuoteView[not shown]";
        }
    }

    record QuoteViewPage(List<QuoteView> items) {
    }

    private record Numbered(int number, QuoteView quote) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "recordQuote", summary = "Record what a participant of a concept test said", description = "Kept sealed, and gone when the one who said it is erased. It builds on nothing that others change, so no If-Match is asked.")
    @APIResponse(responseCode = "201", description = "Recorded", content = @Content(schema = @Schema(implementation = QuoteRecord.class)))
    public Response add(@PathParam("concept") String concept, @PathParam("idea") String idea,
            @PathParam("test") String test, NewQuote body) {
        String id = UUID.randomUUID().toString();
        Personal text = Personal.of(subjects.of(caller.organisation(), body.pseudonym()), body.text());
        Created created = ideas.creating(concept, idea,
                Ideas.location(concept, idea) + "/tests/" + test + "/quotes/" + id,
                new IdeaCommand.RecordQuote(test, id, text));
        return Answers.created(created.location(), created.idea().version(),
                new QuoteRecord(created.id(), text.subject().value()));
    }

    @GET
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "listQuotes", summary = "What participants of a concept test said, the first one first", description = "Without the quotes of those who were erased.")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = QuoteViewPage.class)))
    public Response list(@PathParam("concept") String concept, @PathParam("idea") String idea,
            @PathParam("test") String test, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        long after = request.number();
        List<Quote> quotes = quotes(concept, idea, test);
        List<Numbered> found = IntStream.rangeClosed(1, quotes.size()).filter(number -> number > after).boxed()
                .flatMap(number -> QuoteView.of(quotes.get(number - 1)).map(view -> Stream.of(new Numbered(number, view)))
                        .orElseGet(Stream::empty))
                .limit(request.limit() + 1L).toList();
        Page<Numbered> page = Page.of(found, request, numbered -> Integer.toString(numbered.number()));
        return Answers.page(uri, new Page<>(page.items().stream().map(Numbered::quote).toList(), page.next()));
    }

    @GET
    @Path("/{quote}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "getQuote", summary = "What a participant of a concept test said")
    @APIResponse(responseCode = "200", description = "The quote", content = @Content(schema = @Schema(implementation = QuoteView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("idea") String idea,
            @PathParam("test") String test, @PathParam("quote") String id) {
        return Response.ok(quotes(concept, idea, test).stream().filter(quote -> quote.id().equals(id)).findFirst()
                .flatMap(QuoteView::of).orElseThrow(() -> Problem.notFound().exception())).build();
    }

    private List<Quote> quotes(String concept, String idea, String test) {
        Tested tested = ideas.get(concept, idea).tests().get(test);
        if (tested == null) {
            throw Problem.notFound().exception();
        }
        return tested.quotes();
    }
}
