package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.restassured.response.Response;
import io.serviceconcept.local.examples.ExampleLoader;
import io.serviceconcept.local.examples.LoadedExample;

/** Both examples, whole, out and in and out again. */
class ExportImportIT {

    @ParameterizedTest
    @ValueSource(strings = { ExampleLoader.MUNICIPALITY, ExampleLoader.FASHION_FOR_YOU })
    void anExampleThatIsExportedImportedAndExportedIsTheSameButForIds(String file) {
        boolean municipality = file.equals(ExampleLoader.MUNICIPALITY);
        LoadedExample example = municipality ? TestPlatform.municipality() : TestPlatform.fashionForYou();
        String manager = municipality ? "marit" : "fenna";
        ObjectNode first = exported(manager, example.concept());
        assertThat(first.path("parts").findValues("id")).as("everything of the file").hasSize(parts(file));

        ObjectNode moved = first.deepCopy();
        moved.putObject("concept").put("name", "Imported").put("slug", "imported-" + example.organisation());
        Response imported = Gateway.as(manager).body(moved.toString()).post("/v1/concepts/imports");
        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(201);
        JsonNode answer = Gateway.json(imported);
        assertThat(answer.path("unresolvedIndicators")).isEmpty();
        String copy = answer.path("concept").path("id").asText();
        ObjectNode second = exported(manager, copy);

        second.set("concept", first.path("concept"));
        first.remove("stemsFrom");
        assertThat(second.has("stemsFrom")).as("nothing was adopted of it").isFalse();
        assertThat(withoutIds(second)).isEqualTo(withoutIds(first));
        assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
        JsonNode analysis = Gateway.get(manager, "/v1/concepts/" + copy + "/gap-analysis");
        assertThat(analysis.path("coverage")).as("what the same sums are made of")
                .isEqualTo(Gateway.get(manager, "/v1/concepts/" + example.concept() + "/gap-analysis").path("coverage"));
    }

    /** The municipality's concept, at the retailer: it measures satisfaction in the same way, and counts no visitors. */
    @Test
    void indicatorsAreRecognisedInAnotherOrganisationByTheirDefinition() {
        LoadedExample municipality = TestPlatform.municipality();
        LoadedExample retailer = TestPlatform.fashionForYou();
        ObjectNode document = exported("marit", municipality.concept());

        JsonNode answer = moved(document, retailer);

        assertThat(answer.at("/resolvedIndicators/0/id").asText()).isEqualTo(municipality.id("indicator", "satisfaction"));
        assertThat(answer.at("/resolvedIndicators/0/indicator").asText()).isEqualTo(retailer.id("indicator", "satisfaction"));
        assertThat(answer.path("unresolvedIndicators")).hasSize(1);
        assertThat(answer.at("/unresolvedIndicators/0/id").asText()).isEqualTo(municipality.id("indicator", "visitors"));
        assertThat(answer.at("/unresolvedIndicators/0/definition/kind").asText()).isEqualTo("COUNT");

        String copy = answer.path("concept").path("id").asText();
        assertThat(exported("fenna", copy).path("indicators")).as("what is not resolved is not lost")
                .contains(definition(document, municipality.id("indicator", "visitors")));
        String address = "/v1/concepts/" + copy;
        Response refused = Gateway.as("fenna").header("If-Match", Gateway.etag("fenna", address)).put(address + "/proposal");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Gateway.json(refused).path("blockingReasons")).extracting(reason -> reason.path("code").asText())
                .containsOnly("unknown-indicator");
    }

    private static JsonNode definition(JsonNode document, String indicator) {
        for (JsonNode one : document.path("indicators")) {
            if (one.path("id").asText().equals(indicator)) {
                return one;
            }
        }
        throw new AssertionError("the document does not define " + indicator);
    }

    private static JsonNode moved(ObjectNode document, LoadedExample to) {
        ObjectNode moved = document.deepCopy();
        moved.putObject("concept").put("name", "Moved to " + to.organisation()).put("slug", "moved-" + UUID.randomUUID());
        Response imported = Gateway.as("fenna").body(moved.toString()).post("/v1/concepts/imports");
        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(201);
        return Gateway.json(imported);
    }

    private static int parts(String file) {
        JsonNode example = Gateway.example(file);
        int parts = 0;
        for (String kind : List.of("layers", "customerGroups", "channels", "needs", "objectives", "services", "offers",
                "serviceLevels", "channelShifts", "handOvers", "assumptions", "stakeholders", "researchActivities",
                "insights")) {
            assertThat(example.path(kind)).as(kind).isNotEmpty();
            parts += example.path(kind).size();
        }
        return parts;
    }

    private static ObjectNode exported(String manager, String concept) {
        return (ObjectNode) Gateway.get(manager, "/v1/concepts/" + concept + "/export");
    }

    private static List<String> ids(JsonNode document) {
        List<String> ids = new ArrayList<>();
        document.path("parts").forEach(kind -> kind.forEach(part -> ids.add(part.path("id").asText())));
        return ids;
    }

    /** The document with the place of each part instead of its id. */
    private static JsonNode withoutIds(JsonNode document) {
        String json = document.toString();
        List<String> ids = ids(document);
        for (int place = 0; place < ids.size(); place++) {
            json = json.replace(ids.get(place), "part " + place + " of " + ids.size());
        }
        return Gateway.json(json);
    }
}
