package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.local.examples.ExampleLoader;
import io.serviceconcept.local.examples.LoadedExample;

/** The gap analysis of the municipality beside plain loops over its file. */
class GapAnalysisIT {

    private static final BigDecimal CLOSE = new BigDecimal("0.00001");

    @ParameterizedTest
    @ValueSource(strings = { "existing", "planned" })
    void theAnalysisIsWhatPlainLoopsOverTheFileGive(String status) {
        LoadedExample municipality = TestPlatform.municipality();
        PlainGapAnalysis expected = new PlainGapAnalysis(Gateway.example(ExampleLoader.MUNICIPALITY), status);

        JsonNode analysis = Gateway.get("mila", "/v1/concepts/" + municipality.concept() + "/gap-analysis?status=" + status);

        Map<String, JsonNode> needs = new TreeMap<>();
        analysis.path("needs").forEach(need -> needs.put(need.path("id").asText(), need));
        assertThat(needs).hasSameSizeAs(expected.needs());
        for (String key : expected.needs()) {
            JsonNode need = needs.get(municipality.id("need", key));
            assertThat(need).as(key).isNotNull();
            assertClose(key + " priority", need.path("priority"), expected.priority(key));
            assertClose(key + " coverage", need.path("coverage"), expected.coverage(key));
            Map<String, BigDecimal> neglected = new TreeMap<>();
            need.path("neglected").forEach(group -> neglected.put(group.path("group").asText(),
                    group.path("share").decimalValue().stripTrailingZeros()));
            Map<String, BigDecimal> expectedNeglected = new TreeMap<>();
            expected.neglected(key).forEach((group, share) -> expectedNeglected
                    .put(municipality.id("customerGroup", group), share.stripTrailingZeros()));
            assertThat(neglected).as(key + " neglected").isEqualTo(expectedNeglected);
            for (JsonNode group : need.path("groups")) {
                String groupKey = expected.groups().stream()
                        .filter(candidate -> municipality.id("customerGroup", candidate).equals(group.path("group").asText()))
                        .findFirst().orElseThrow();
                assertClose(key + " for " + groupKey, group.path("coverage"), expected.coverage(key, groupKey));
                // where the group was asked, its answers count instead
                if (!group.path("opportunity").path("satisfactionBasis").asText().equals("MEASURED")) {
                    assertClose(key + " opportunity for " + groupKey, group.path("opportunity").path("figure"),
                            expected.opportunity(key, groupKey));
                }
            }
            assertQuadrant(key, need, expected);
        }
        assertTheRest(analysis, municipality, expected);
    }

    private static void assertTheRest(JsonNode analysis, LoadedExample municipality, PlainGapAnalysis expected) {
        assertClose("coverage", analysis.path("coverage"), expected.coverage());
        assertClose("priority cut", analysis.path("cut").path("priority"), expected.priorityCut());
        assertClose("coverage cut", analysis.path("cut").path("coverage"), expected.coverageCut());
        assertClose("mix cost", analysis.path("mix").path("cost"), expected.mixCost());
        for (String group : expected.groups()) {
            assertClose(group, byId(analysis.path("groups"), municipality.id("customerGroup", group)).path("coverage"),
                    expected.groupCoverage(group));
        }
        for (String layer : expected.layers()) {
            assertClose(layer, byId(analysis.path("layers"), municipality.id("layer", layer)).path("coverage"),
                    expected.layerCoverage(layer));
        }
        for (String key : expected.channels()) {
            JsonNode channel = byId(analysis.path("channels"), municipality.id("channel", key));
            assertClose(key + " value", channel.path("value"), expected.channelValue(key));
            assertClose(key + " value per euro", channel.path("valuePerEuro"), expected.valuePerEuro(key));
            assertThat(channel.path("replaceability").asText()).as(key).isEqualTo(expected.replaceability(key));
        }
    }

    /** What lies on a cut as far as doubles can tell is not judged here. */
    private static void assertQuadrant(String key, JsonNode need, PlainGapAnalysis expected) {
        double priority = expected.priority(key) - expected.priorityCut();
        double coverage = expected.coverage(key) - expected.coverageCut();
        if (!need.path("quadrant").isTextual() || Math.abs(priority) < 1e-9 || Math.abs(coverage) < 1e-9) {
            return;
        }
        String covered = priority > 0 ? "KEEP_IT_UP" : "POSSIBLE_OVERKILL";
        String uncovered = priority > 0 ? "CONCENTRATE_HERE" : "LOW_PRIORITY";
        assertThat(need.path("quadrant").asText()).as(key).isEqualTo(coverage > 0 ? covered : uncovered);
    }

    private static JsonNode byId(JsonNode list, String id) {
        for (JsonNode item : list) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("no " + id + " in " + list);
    }

    private static void assertClose(String what, JsonNode seen, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(seen.isNumber()).as(what).isFalse();
        } else {
            assertThat(seen.isNumber()).as(what + " " + seen).isTrue();
            assertThat(seen.decimalValue()).as(what).isCloseTo(BigDecimal.valueOf(expected), within(CLOSE));
        }
    }
}
