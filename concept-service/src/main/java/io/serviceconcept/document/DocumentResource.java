package io.serviceconcept.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.concept.ConceptContents;
import io.serviceconcept.concept.ConceptContents.Held;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.document.Terms.Indicator;
import io.serviceconcept.evaluation.measurements.KnownIndicator;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.language.ContentTag;
import io.serviceconcept.language.Words;
import io.serviceconcept.readiness.KnownRequirement;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/document")
@Tag(name = "Concepts")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class DocumentResource {

    private final ConceptContents contents;
    private final AskedMoment moment;
    private final Caller caller;
    private final Calendars calendars;
    private final PageTemplate template;

    DocumentResource(ConceptContents contents, AskedMoment moment, Caller caller, Calendars calendars, PageTemplate template) {
        this.contents = contents;
        this.moment = moment;
        this.caller = caller;
        this.calendars = calendars;
        this.template = template;
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getConceptDocument", summary = "The concept as a document to read and print", description = "One page of HTML that needs nothing else and runs no script: the draft as it is now, or an edition. For employees: what customers may expect of them, and what they may expect, with the requirements as they are known here now. With asOf as it was known at that moment, the names of indicators as they are now; the page for employees leaves out the requirements then, and says so.")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response get(@PathParam("concept") String concept,
            @Parameter(description = "The language of the fixed words; without it Accept-Language chooses", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "nl", "en" })) @QueryParam("lang") @Nullable String lang,
            @Parameter(description = "The number of an edition; without it the draft", schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @QueryParam("edition") @Nullable String edition,
            @Parameter(description = "For whom the page is; without it all that the concept holds", schema = @Schema(type = SchemaType.STRING, enumeration = "employees")) @QueryParam("for") @Nullable String reader,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Instant then = moment.past();
        Words words = words(lang, acceptLanguage);
        boolean forEmployees = forEmployees(reader);
        Held held = edition == null ? contents.draft(concept) : contents.edition(concept, number(edition));
        Terms terms = new Terms(held.content(), indicators(held.content()), words,
                then == null ? null : calendars.of(caller.organisation()).timeOf(then));
        String page = forEmployees
                ? template.render(new EmployeesWording(held, then == null ? requirements(concept) : null, terms).page(), words)
                : template.render(new PageWording(held, terms).page(), words);
        return Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).tag(ContentTag.of(page))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).language(words.locale()).build();
    }

    private static Words words(@Nullable String lang, @Nullable String acceptLanguage) {
        return switch (lang) {
            case null -> Words.preferred(acceptLanguage);
            case "nl" -> Words.DUTCH;
            case "en" -> Words.ENGLISH;
            default -> throw new InvalidInput("?lang", "is nl or en");
        };
    }

    private static boolean forEmployees(@Nullable String reader) {
        if (reader != null && !reader.equals("employees")) {
            throw new InvalidInput("?for", "is employees");
        }
        return reader != null;
    }

    /** What was waived is asked of nobody. */
    private List<MustBeInPlace> requirements(String concept) {
        return KnownRequirement.ofConcept(caller.organisation(), concept).stream()
                .filter(known -> !known.state.equals("WAIVED"))
                .map(known -> new MustBeInPlace(known.name, known.kind, known.channel, known.department, known.dueDate,
                        known.state))
                .toList();
    }

    private static int number(String edition) {
        if (!edition.matches("[1-9][0-9]{0,8}")) {
            throw new InvalidInput("?edition", "is the number of an edition");
        }
        return Integer.parseInt(edition);
    }

    private Map<String, Indicator> indicators(EditionContent content) {
        return KnownIndicator.among(caller.organisation(),
                Stream.concat(content.objectives().stream().map(Objective::indicator),
                        content.serviceLevels().stream().map(ServiceLevel::indicator)).filter(Objects::nonNull).distinct()
                        .toList())
                .stream().collect(Collectors.toMap(known -> known.indicator,
                        known -> new Indicator(known.name, known.unit)));
    }
}
