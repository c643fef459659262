package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;
import io.serviceconcept.local.examples.LoadedExample;

/**
 * A concept as people meet it who call no API: as a document, and as what is promised; and what an edition changed. The
 * documents of both examples are left in {@code target/documents}, to be looked at in a browser.
 */
class ConceptForReadersIT {

    private static final Path DOCUMENTS = Path.of("target/documents");

    private final LoadedExample municipality = TestPlatform.municipality();
    private final String concept = "/v1/concepts/" + municipality.concept();

    @ParameterizedTest
    @CsvSource({ "nl,Klantgroepen,<html lang=\"nl\"", "en,Customer groups,<html lang=\"en\"" })
    void theDocumentIsOnePageInTheLanguageAskedFor(String lang, String word, String opening) {
        String page = page("?lang=" + lang);

        assertThat(page).contains(opening, word, "Dienstverleningsconcept gemeente", "<svg", "Balie")
                .doesNotContain("<script");
        assertThat(page("?edition=1&lang=" + lang)).contains(word, "Dienstverleningsconcept gemeente");
    }

    @Test
    void employeesReadWhatMayBeExpectedOfThem() {
        assertThat(page("?for=employees&lang=nl")).contains("<html lang=\"nl\"").isNotEqualTo(page("?lang=nl"));
        assertThat(page("?for=employees&lang=en")).contains("<html lang=\"en\"");
        assertThat(Gateway.as("mila").get(concept + "/document?asOf=2026-01-01T00:00:00Z").statusCode())
                .as("before there was a concept").isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({ "municipality,nl,", "municipality,en,", "municipality,nl,employees", "municipality,en,employees",
            "fashion-for-you,nl,", "fashion-for-you,en,", "fashion-for-you,nl,employees" })
    void whatIsReadSaysEverythingInWords(String example, String lang, String reader) throws IOException {
        LoadedExample loaded = example.equals("municipality") ? municipality : TestPlatform.fashionForYou();
        String viewer = Gateway.example(example + ".json").path("people").path("designer").asText();
        String page = page(viewer, "/v1/concepts/" + loaded.concept(),
                "?lang=" + lang + (reader == null ? "" : "&for=" + reader));

        assertThat(page).contains("<html lang=\"" + lang + "\"").doesNotContain("NOT_FOUND", ">null<", "{words.", "???");
        // which are for machines
        assertThat(page).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
        Files.createDirectories(DOCUMENTS);
        Files.writeString(DOCUMENTS.resolve(example + '-' + lang + (reader == null ? "" : '-' + reader) + ".html"), page);
    }

    private String page(String query) {
        return page("mila", concept, query);
    }

    private static String page(String who, String concept, String query) {
        Response page = Gateway.as(who).accept("text/html").get(concept + "/document" + query);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        return page.asString();
    }

    @Test
    void anybodyReadsWhatIsPromisedAndNothingElse() {
        String slug = Gateway.get("mila", concept).path("slug").asText();
        Response answer = Gateway.nobody().header("Accept-Language", "nl")
                .get("/v1/public/concepts/" + slug + "?organisation=" + municipality.organisation());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        JsonNode seen = Gateway.json(answer);
        assertThat(seen.path("name").asText()).isEqualTo("Dienstverleningsconcept gemeente");
        assertThat(seen.path("serviceLevels")).hasSameSizeAs(Gateway.example("municipality.json").path("serviceLevels"))
                .allSatisfy(level -> assertThat(level.path("kept").isTextual()).isTrue());
        assertThat(seen.path("channels")).isNotEmpty();
        assertThat(answer.asString()).doesNotContain("\"id\"", "importance", "costPerContact", "owner");
        assertThat(Gateway.nobody().get("/v1/public/concepts/none?organisation=" + municipality.organisation()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatAnEditionChangedIsRead() {
        String small = created("/v1/concepts", """
                {"name": "Small", "slug": "small-%s"}""".formatted(UUID.randomUUID()));
        String layer = created(small + "/layers", """
                {"name": "Digital", "approach": "SELF_SERVICE", "position": 1}""");
        created(small + "/customer-groups", """
                {"name": "Everybody", "share": 100, "selfReliance": "HIGH", "digitalSkill": "HIGH", "homeLayer": "%s"}"""
                .formatted(layer.substring(layer.lastIndexOf('/') + 1)));
        adopted(small, "2026-01-01");
        put(layer, """
                {"name": "Online", "approach": "SELF_SERVICE", "position": 1}""");
        adopted(small, "2026-02-01");

        String diff = small + "/editions/1/diff/2";
        Response answer = Gateway.as("mila").get(diff);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).contains("Digital", "Online").doesNotContain("Everybody");
        assertThat(Gateway.get("mila", small + "/history?limit=200").path("items"))
                .extracting(entry -> entry.path("why").asText())
                .contains("It is time for 2026-02-01");
        assertThat(Gateway.as("mila").get(small + "/editions/1/diff/9").statusCode()).isEqualTo(404);
    }

    private static String created(String path, String body) {
        Response made = Gateway.as("marit").body(body).post(path);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static void put(String path, String body) {
        Response changed = Gateway.as("marit").header("If-Match", Gateway.etag("marit", path)).body(body).put(path);
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    }

    private static void adopted(String concept, String inForceFrom) {
        Response proposed = Gateway.as("marit").header("If-Match", Gateway.etag("marit", concept)).put(concept + "/proposal");
        assertThat(proposed.statusCode()).as(proposed.asString()).isEqualTo(200);
        Response adopted = Gateway.as("marit").header("If-Match", Gateway.etag("marit", concept))
                .body("{\"inForceFrom\": \"%1$s\", \"reason\": \"It is time for %1$s\"}".formatted(inForceFrom))
                .post(concept + "/editions");
        assertThat(adopted.statusCode()).as(adopted.asString()).isEqualTo(201);
    }
}
