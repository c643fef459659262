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
            }
        }
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
