package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.local.AccessTokens;
import io.serviceconcept.local.ExampleLoader.Target;
import io.serviceconcept.local.examples.ExampleFailed;
import io.serviceconcept.local.examples.ExampleLoader;
import io.serviceconcept.local.examples.LoadedExample;

/** The examples are loaded at every start of the platform. */
class LoadingIT {

    @Test
    void loadingAgainChangesNothing() {
        LoadedExample first = TestPlatform.municipality();
        List<JsonNode> before = seen(first);
        String version = Gateway.etag("mila", "/v1/concepts/" + first.concept());

        LoadedExample again = new ExampleLoader().load(TestPlatform.target(), ExampleLoader.MUNICIPALITY);

        assertThat(again).isEqualTo(first);
        assertThat(Gateway.etag("mila", "/v1/concepts/" + first.concept())).isEqualTo(version);
        assertThat(seen(first)).isEqualTo(before);
    }

    @Test
    void whatPeopleChangedSinceIsLeftToThem() {
        LoadedExample example = TestPlatform.copyOfMunicipality("changed");
        String flyers = "/v1/concepts/" + example.concept() + "/channels/" + example.id("channel", "flyers");
        assertThat(Gateway.as("dirk").header("If-Match", Gateway.etag("dirk", flyers)).body("""
                {"name": "Folders", "kind": "OTHER", "layer": "%s", "means": [], "legallyRequired": false}"""
                .formatted(example.id("layer", "informing"))).put(flyers).statusCode()).isEqualTo(200);
        String version = Gateway.etag("mila", "/v1/concepts/" + example.concept());

        LoadedExample again = new ExampleLoader().loadCopy(TestPlatform.target(), ExampleLoader.MUNICIPALITY, "changed");

        assertThat(again).isEqualTo(example);
        assertThat(Gateway.etag("mila", "/v1/concepts/" + example.concept())).isEqualTo(version);
    }

    @Test
    void aLoadThatBrokeOffIsTakenUp() {
        String concept = Gateway.json(Gateway.as("dirk").body("""
                {"name": "Dienstverleningsconcept gemeente (resumed)", "slug": "gemeente-resumed"}""").post("/v1/concepts"))
                .path("id").asText();
        String layer = Gateway.json(Gateway.as("dirk").body("""
                {"name": "Klantenservice", "approach": "ASSISTED", "position": 3}""")
                .post("/v1/concepts/" + concept + "/layers")).path("id").asText();
        String idea = Gateway.json(Gateway.as("dirk").body("""
                {"title": "Een balie in de bibliotheek", "origin": "NEED", "owner": "Adviesraad sociaal domein"}""")
                .post("/v1/concepts/" + concept + "/ideas")).path("id").asText();

        LoadedExample loaded = new ExampleLoader().loadCopy(TestPlatform.target(), ExampleLoader.MUNICIPALITY, "resumed");

        assertThat(loaded.concept()).isEqualTo(concept);
        assertThat(loaded.id("layer", "customer-service")).isEqualTo(layer);
        assertThat(loaded.id("idea", "library-desk")).isEqualTo(idea);
        assertThat(Gateway.get("mila", "/v1/concepts/" + concept + "/ideas").path("items"))
                .hasSameSizeAs(Gateway.example(ExampleLoader.MUNICIPALITY).path("ideas"));
        assertThat(Evaluation.of(loaded, "mila").objective(loaded.id("objective", "satisfaction-at-least-7")).path("verdict")
                .asText()).isEqualTo("MET");
    }

    @Test
    void ideasAreAsFarAsTheFileSaysWithTheirTestsAndWhatWasSaidInThem() {
        LoadedExample municipality = TestPlatform.municipality();
        String ideas = "/v1/concepts/" + municipality.concept() + "/ideas/";
        for (JsonNode idea : Gateway.example(ExampleLoader.MUNICIPALITY).path("ideas")) {
            JsonNode seen = Gateway.get("mila", ideas + municipality.id("idea", idea.path("key").asText()));
            assertThat(seen.path("state")).as(seen.path("title").asText()).isEqualTo(idea.path("state"));
            assertThat(seen.path("expectedEffects")).hasSameSizeAs(idea.path("expectedEffects"));
        }

        String tests = ideas + municipality.id("idea", "video-calls") + "/tests";
        JsonNode seen = Gateway.get("mila", tests).path("items");
        assertThat(seen).extracting(test -> test.at("/target/kind").asText()).containsExactly("CHANNEL", "MEANS");
        JsonNode quotes = Gateway.get("dirk", tests + '/' + seen.path(0).path("id").asText() + "/quotes").path("items");
        assertThat(quotes).extracting(quote -> quote.path("text").asText())
                .containsExactly("Het was alsof ik aan de balie zat, maar dan thuis aan tafel.");
    }

    @Test
    void aPromiseThatDiffersBetweenChannelsIsFlagged() {
        LoadedExample municipality = TestPlatform.municipality();
        String offers = "/v1/concepts/" + municipality.concept() + "/offers/inconsistencies";

        JsonNode inconsistencies = Gateway.get("mila", offers).path("items");

        assertThat(inconsistencies).extracting(item -> item.path("service").asText() + ' ' + item.path("differs").asText())
                .containsExactly(municipality.id("service", "income-support") + " ANSWER_TIME");
    }

    @Test
    void aPlatformThatIsNotThereIsSaidInOneLine() {
        Target nowhere = new Target(URI.create("http://127.0.0.1:1"), new AccessTokens(URI.create("http://127.0.0.1:1/token")),
                TestPlatform.ROOT.resolve("deploy").resolve("examples"), line -> {
                });

        assertThatThrownBy(() -> new ExampleLoader().load(nowhere)).isInstanceOf(ExampleFailed.class)
                .message().hasLineCount(1).contains("dirk").contains("is the platform up?");
    }

    private static List<JsonNode> seen(LoadedExample example) {
        String concept = "/v1/concepts/" + example.concept();
        return Stream
                .of(concept, concept + "/channels", concept + "/editions/1", concept + "/ideas", concept + "/evaluation",
                        concept + "/gap-analysis",
                        "/v1/journeys/" + example.id("journey", "income-support"))
                .map(path -> Gateway.get("mila", path)).toList();
    }
}
