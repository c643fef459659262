package io.serviceconcept.published;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptId;
import io.serviceconcept.concept.ConceptSlugs;
import io.serviceconcept.concept.EditionEvents;
import io.serviceconcept.evaluation.measurements.FormerVerdicts;
import io.serviceconcept.evaluation.measurements.TargetVerdict;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.language.ContentTag;
import io.serviceconcept.language.Words;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/public/concepts/{slug}")
@Tag(name = "Public")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PublicConceptResource {

    private static final Pattern ORGANISATION = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private final ConceptSlugs slugs;
    private final EditionEvents editions;
    private final Caller caller;
    private final Calendars calendars;
    private final PublicConceptsConfig config;
    private final ObjectMapper json;

    PublicConceptResource(ConceptSlugs slugs, EditionEvents editions, Caller caller,
            Calendars calendars,
            PublicConceptsConfig config, ObjectMapper json) {
        this.slugs = slugs;
        this.editions = editions;
        this.caller = caller;
        this.calendars = calendars;
        this.config = config;
        this.json = json;
    }

    @GET
    @PermitAll
    @Operation(operationId = "getPublicConcept", summary = "The concept in force, for customers", description = "Needs no token. Accept-Language chooses the language of the fixed words, nl or en. The answer may be used again for a minute, and asked for again with its ETag as If-None-Match.")
    @APIResponse(responseCode = "200", description = "What is offered and promised today", content = @Content(schema = @Schema(implementation = PublicConcept.class)))
    @APIResponse(responseCode = "404", description = "No such concept, or no edition of it is in force today")
    public Response get(@PathParam("slug") String slug,
            @Parameter(description = "Whose concept: a slug is unique within an organisation. Only an installation for one organisation can do without") @QueryParam("organisation") @Nullable String organisation,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Words words = Words.preferred(acceptLanguage);
        String body = written(Optional.ofNullable(organisation).or(config::organisation)
                .filter(named -> ORGANISATION.matcher(named).matches())
                .flatMap(named -> slugs.find(named, slug).flatMap(concept -> inForce(named, concept, words)))
                .orElseThrow(() -> Problem.notFound().exception()));
        return Response.ok(body).tag(ContentTag.of(body)).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .language(words.locale())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + config.maxAge().toSeconds()).build();
    }

    private Optional<PublicConcept> inForce(String organisation, ConceptId concept, Words words) {
        List<ConceptEvent> events = editions.of(organisation, concept);
        return PublicEdition.on(calendars.of(organisation).dayOf(caller.now()), events).map(
                edition -> new CustomerTerms(edition, kept(organisation, concept, edition.adopted(), events), words)
                        .concept());
    }

    private static KeptPromises kept(String organisation, ConceptId concept, EditionAdopted edition,
            List<ConceptEvent> events) {
        return new KeptPromises(TargetVerdict.latestJudged(organisation, concept.value(), edition.edition()),
                FormerVerdicts.before(edition.edition(), organisation, concept.value(), events),
                edition.content().objectives());
    }

    private String written(PublicConcept concept) {
        try {
            return json.writeValueAsString(concept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a public concept holds text, dates and lists only", e);
        }
    }
}
