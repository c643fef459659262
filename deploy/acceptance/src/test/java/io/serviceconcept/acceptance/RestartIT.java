package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.local.examples.ExampleLoader;
import io.serviceconcept.local.examples.LoadedExample;

/** Stopping the platform loses nothing. */
class RestartIT {

    @Test
    void everythingIsStillThereAfterTheWholePlatformWasStoppedAndStarted() {
        LoadedExample municipality = TestPlatform.municipality();
        LoadedExample retailer = TestPlatform.fashionForYou();
        List<JsonNode> before = seen(municipality, retailer);

        TestPlatform.restart();

        assertThat(seen(municipality, retailer)).isEqualTo(before);
        assertThat(new ExampleLoader().load(TestPlatform.target(), ExampleLoader.MUNICIPALITY)).isEqualTo(municipality);
        assertThat(seen(municipality, retailer)).isEqualTo(before);
    }

    private static List<JsonNode> seen(LoadedExample municipality, LoadedExample retailer) {
        String concept = "/v1/concepts/" + municipality.concept();
        String satisfaction = "/v1/indicators/" + municipality.id("indicator", "satisfaction");
        Stream<JsonNode> ofMunicipality = Stream.of(concept, concept + "/direction", concept + "/channels",
                concept + "/needs", concept + "/gap-analysis?status=planned", concept + "/editions/1", concept + "/history",
                concept + "/evaluation", "/v1/journeys/" + municipality.id("journey", "income-support"), satisfaction,
                satisfaction + "/results?period=MONTH&dimension=ALL")
                .map(path -> Gateway.get("mila", path));
        Stream<JsonNode> ofRetailer = Stream.of("/v1/concepts/" + retailer.concept() + "/evaluation")
                .map(path -> Gateway.get("fenna", path));
        return Stream.concat(ofMunicipality, ofRetailer).toList();
    }
}
