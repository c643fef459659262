package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.local.examples.ExampleLoader;
import io.serviceconcept.local.examples.LoadedExample;

/** The gap analyses of both examples beside plain loops over their files: every sum. */
class GapAnalysisIT {

    private static final double CLOSE = 0.00001;
    /** The quantile of the recount is close to 0.0001, and a mark is a third of a fit to a half. */
    private static final double INTERVAL = 0.001;

    @ParameterizedTest
    @CsvSource({ "municipality.json,existing,assessed", "municipality.json,planned,assessed",
            "municipality.json,existing,measured", "municipality.json,planned,measured",
            "fashion-for-you.json,existing,assessed", "fashion-for-you.json,planned,assessed",
            "fashion-for-you.json,existing,measured", "fashion-for-you.json,planned,measured" })
    void theAnalysisIsWhatPlainLoopsOverTheFileGive(String file, String status, String basis) {
        PlainGapAnalysis expected = new PlainGapAnalysis(Gateway.example(file), status, basis);
        LoadedExample example = loaded(file);

        JsonNode analysis = analysis(file, status, basis);

        assertNeeds(analysis, example, expected, basis);
        assertClose("coverage", analysis.path("coverage"), expected.coverage());
        assertThat(analysis.path("adequateChannels").asInt()).isEqualTo(expected.adequateChannels());
        assertClose("priority cut", analysis.path("cut").path("priority"), expected.priorityCut());
        assertClose("coverage cut", analysis.path("cut").path("coverage"), expected.coverageCut());
        assertMix(analysis.path("mix"), example, expected);
        assertThat(analysis.path("groups")).hasSameSizeAs(expected.matrix().groups());
        for (String key : expected.matrix().groups()) {
            JsonNode group = byId(analysis.path("groups"), example.id("customerGroup", key));
            assertThat(group.path("share").decimalValue()).isEqualByComparingTo(expected.matrix().exactShare(key));
            assertClose(key, group.path("coverage"), expected.groupCoverage(key));
        }
        assertThat(analysis.path("layers")).hasSameSizeAs(expected.matrix().layers());
        for (String key : expected.matrix().layers()) {
            assertClose(key, byId(analysis.path("layers"), example.id("layer", key)).path("coverage"),
                    expected.layerCoverage(key));
        }
        assertChannels(analysis, example, expected);
        assertCells(analysis, example, expected);
    }

    /** The examples are about something: what the sums are for is in them. */
    @Test
    void theExamplesHaveWhatAGapAnalysisLooksFor() {
        JsonNode municipality = analysis(ExampleLoader.MUNICIPALITY, "existing", "assessed");
        JsonNode planned = analysis(ExampleLoader.MUNICIPALITY, "planned", "assessed");
        JsonNode retailer = analysis(ExampleLoader.FASHION_FOR_YOU, "existing", "assessed");

        assertThat(neglected(municipality)).containsExactly("Geen wachtrij: Niet digitaal onderlegd",
                "Geen wachtrij: Voorkeur voor persoonlijk contact", "Voorspelbaar: Niet digitaal onderlegd");
        assertThat(neglected(planned)).as("video calls help who can make them").containsExactly(
                "Geen wachtrij: Niet digitaal onderlegd", "Voorspelbaar: Niet digitaal onderlegd");
        assertThat(municipality.path("mix").path("withinBudget").isBoolean()).as("the cost of webcare is unknown").isFalse();
        assertThat(planned.path("mix").path("withinBudget").isBoolean()).isTrue();
        assertThat(planned.path("mix").path("withinBudget").asBoolean()).isFalse();
        assertThat(retailer.path("mix").path("withinBudget").asBoolean()).isFalse();
        assertThat(retailer.path("needs")).filteredOn(need -> need.path("overServed").asBoolean())
                .extracting(need -> need.path("name").asText()).containsExactly("Antwoord op algemene vragen");
        for (JsonNode analysis : List.of(municipality, retailer)) {
            assertThat(analysis.path("channels")).filteredOn(channel -> channel.path("overCapacity").asBoolean()).hasSize(1);
            assertThat(analysis.path("needs")).extracting(need -> need.path("coreNeed").isTextual())
                    .filteredOn(isSubNeed -> !isSubNeed).as("five core needs of customers and one need of employees")
                    .hasSize(6);
        }
    }

    @Test
    void theMunicipalityMeasuresThreeNeedsInThreeGroups() {
        JsonNode analysis = analysis(ExampleLoader.MUNICIPALITY, "existing", "assessed");

        for (String key : List.of("humanity", "personal-contact", "no-queue")) {
            JsonNode need = byId(analysis.path("needs"), TestPlatform.municipality().id("need", key));
            assertThat(need.path("groups")).as(key).filteredOn(group -> group.path("measured").isObject())
                    .hasSize(3).allSatisfy(group -> assertThat(group.path("expectationGap").isNumber()).isTrue());
        }
    }

    private static void assertNeeds(JsonNode analysis, LoadedExample example, PlainGapAnalysis expected, String basis) {
        assertThat(analysis.path("needs")).hasSameSizeAs(expected.matrix().needs());
        for (String key : expected.matrix().needs()) {
            JsonNode need = byId(analysis.path("needs"), example.id("need", key));
            assertClose(key + " priority", need.path("priority"), expected.priority(key));
            assertClose(key + " coverage", need.path("coverage"), expected.coverage(key));
            assertThat(need.path("adequateChannels").asInt()).as(key).isEqualTo(expected.adequateChannels(key));
            assertThat(need.path("overServed").asBoolean()).as(key).isEqualTo(expected.overServed(key));
            Map<String, BigDecimal> neglected = new TreeMap<>();
            need.path("neglected").forEach(group -> neglected.put(group.path("group").asText(),
                    group.path("share").decimalValue().stripTrailingZeros()));
            Map<String, BigDecimal> expectedNeglected = new TreeMap<>();
            expected.neglected(key)
                    .forEach((group, share) -> expectedNeglected.put(example.id("customerGroup", group), share));
            assertThat(neglected).as(key + " neglected").isEqualTo(expectedNeglected);
            assertQuadrant(key, need, expected);
            Set<String> warnings = new TreeSet<>();
            need.path("warnings").forEach(warning -> warnings.add(warning.path("code").asText()
                    + (warning.path("group").isTextual() ? ' ' + keyOf(example, warning.path("group").asText()) : "")));
            assertThat(warnings).as(key + " warnings").isEqualTo(expected.warnings(key, basis));
            assertThat(need.path("groups")).hasSameSizeAs(expected.matrix().groups());
            for (String group : expected.matrix().groups()) {
                assertPair(key, group, byGroup(need.path("groups"), example.id("customerGroup", group)), expected, basis);
            }
        }
    }

    private static void assertPair(String need, String group, JsonNode pair, PlainGapAnalysis expected, String basis) {
        String what = need + " for " + group;
        assertClose(what + " importance", pair.path("importance"), expected.matrix().importance(need, group));
        assertClose(what + " coverage", pair.path("coverage"), expected.coverage(need, group));
        JsonNode expectation = expected.matrix().need(need).path("expectation").path(group);
        assertClose(what + " expectation", pair.path("expectation"), expectation.asDouble(Double.NaN));
        boolean asked = pair.path("measured").isObject();
        if (asked) {
            // what is not released is hidden: fewer than 10 answers, or what would give those away
            assertMeasured(what, pair.path("measured"), expected.matrix().inGroup(need, group));
            assertClose(what + " expectation gap", pair.path("expectationGap"), expected.expectationGap(need, group));
        }
        JsonNode opportunity = pair.path("opportunity");
        assertClose(what + " opportunity", opportunity.path("figure"), expected.opportunity(need, group, asked));
        if (opportunity.isObject()) {
            assertThat(opportunity.path("satisfactionBasis").asText()).as(what)
                    .isEqualTo(asked || basis.equals("measured") ? "MEASURED" : "ASSESSED");
        }
    }

    private static void assertMix(JsonNode mix, LoadedExample example, PlainGapAnalysis expected) {
        assertClose("mix cost", mix.path("cost"), expected.mixCost());
        assertThat(mix.path("budget").decimalValue()).isEqualByComparingTo(expected.matrix().budget().decimalValue());
        boolean tooMuch = expected.mixCost() > expected.matrix().budget().asDouble();
        boolean judged = tooMuch || expected.costUnknown().isEmpty();
        assertThat(mix.path("withinBudget").isBoolean()).as("within the budget").isEqualTo(judged);
        assertThat(mix.path("withinBudget").asBoolean()).isEqualTo(judged && !tooMuch);
        Set<String> unknown = new TreeSet<>();
        mix.path("costUnknown").forEach(channel -> unknown.add(channel.asText()));
        Set<String> expectedUnknown = new TreeSet<>();
        expected.costUnknown().forEach(channel -> expectedUnknown.add(example.id("channel", channel)));
        assertThat(unknown).isEqualTo(expectedUnknown);
    }

    private static void assertChannels(JsonNode analysis, LoadedExample example, PlainGapAnalysis expected) {
        assertThat(analysis.path("channels")).hasSameSizeAs(expected.matrix().channels());
        for (String key : expected.matrix().channels()) {
            JsonNode channel = byId(analysis.path("channels"), example.id("channel", key));
            JsonNode inFile = expected.matrix().channel(key);
            assertThat(channel.path("counted").asBoolean()).as(key).isEqualTo(expected.matrix().counts(key));
            assertClose(key + " value", channel.path("value"), expected.channelValue(key));
            assertClose(key + " value per euro", channel.path("valuePerEuro"), expected.valuePerEuro(key));
            assertThat(channel.path("replaceability").asText()).as(key).isEqualTo(expected.replaceability(key));
            assertThat(channel.path("neededBy").asInt()).as(key).isEqualTo(expected.neededBy(key));
            assertClose(key + " volume", channel.path("volumePerMonth"), inFile.path("volumePerMonth").asDouble(Double.NaN));
            assertClose(key + " capacity", channel.path("capacityPerMonth"),
                    inFile.path("capacityPerMonth").asDouble(Double.NaN));
            assertClose(key + " cost", channel.path("costPerMonth"), expected.costPerMonth(key));
            boolean judged = inFile.has("volumePerMonth") && inFile.has("capacityPerMonth");
            assertThat(channel.path("overCapacity").isBoolean()).as(key).isEqualTo(judged);
            assertThat(channel.path("overCapacity").asBoolean()).as(key)
                    .isEqualTo(judged && inFile.path("volumePerMonth").asLong() > inFile.path("capacityPerMonth").asLong());
        }
    }

    /** Every cell of the file's matrix is there, with the median and the spread of what was given. */
    private static void assertCells(JsonNode analysis, LoadedExample example, PlainGapAnalysis expected) {
        Map<String, JsonNode> cells = new TreeMap<>();
        analysis.path("cells").forEach(
                cell -> cells.put(cell.path("need").asText() + ' ' + cell.path("channel").asText(), cell));
        int assessed = 0;
        for (String need : expected.matrix().needs()) {
            for (String channel : expected.matrix().channels()) {
                List<Integer> given = expected.matrix().assessments(need, channel);
                if (given.isEmpty()) {
                    continue;
                }
                assessed++;
                JsonNode cell = cells.get(example.id("need", need) + ' ' + example.id("channel", channel));
                String what = need + " through " + channel;
                assertThat(cell).as(what).isNotNull();
                assertClose(what, cell.path("fit"), expected.matrix().assessed(need, channel));
                assertThat(cell.path("spread").asInt()).as(what).isEqualTo(given.getLast() - given.getFirst());
                assertThat(cell.path("assessors").asInt()).as(what).isEqualTo(given.size());
                assertThat(cell.path("counted").asBoolean()).as(what).isEqualTo(expected.matrix().counts(channel));
                PlainMeasured measured = expected.matrix().onChannel(need, channel);
                assertMeasured(what, cell.path("measured"), measured);
                assertThat(cell.path("contradicted").asBoolean()).as(what + " contradicted")
                        .isEqualTo(measured.contradicts(expected.matrix().assessed(need, channel)));
            }
        }
        assertThat(cells).as("needs of customers × channels").hasSize(assessed);
    }

    private static String keyOf(LoadedExample example, String group) {
        return example.ids().entrySet().stream().filter(known -> known.getValue().equals(group))
                .map(known -> known.getKey().substring(known.getKey().indexOf('/') + 1)).findFirst().orElse(group);
    }

    private static void assertMeasured(String what, JsonNode seen, PlainMeasured expected) {
        assertClose(what + " measured", seen.path("fit"), expected.fit());
        if (!expected.isKnown()) {
            assertThat(seen.isObject()).as(what + " measured").isFalse();
            return;
        }
        assertThat(seen.path("n").asInt()).as(what + " n").isEqualTo(expected.n());
        assertThat(seen.path("low").asDouble(Double.NaN)).as(what + " low").isCloseTo(expected.low(), within(INTERVAL));
        assertThat(seen.path("high").asDouble(Double.NaN)).as(what + " high").isCloseTo(expected.high(), within(INTERVAL));
    }

    /** What lies on a cut as far as doubles can tell counts as high. */
    private static void assertQuadrant(String key, JsonNode need, PlainGapAnalysis expected) {
        boolean shown = expected.isTold(key) && !Double.isNaN(expected.coverage(key))
                && !Double.isNaN(expected.coverageCut());
        assertThat(need.path("quadrant").isTextual()).as(key + " has a quadrant").isEqualTo(shown);
        if (shown) {
            boolean important = expected.priority(key) - expected.priorityCut() > -1e-9;
            boolean covered = expected.coverage(key) - expected.coverageCut() > -1e-9;
            String high = important ? "KEEP_IT_UP" : "POSSIBLE_OVERKILL";
            String low = important ? "CONCENTRATE_HERE" : "LOW_PRIORITY";
            assertThat(need.path("quadrant").asText()).as(key).isEqualTo(covered ? high : low);
        }
    }

    /** What was measured arrives a little after it was sent. */
    private static JsonNode analysis(String file, String status, String basis) {
        LoadedExample example = loaded(file);
        PlainMatrix matrix = new PlainMatrix(Gateway.example(file), status, basis);
        long measured = matrix.needs().stream().filter(need -> matrix.channels().stream()
                .anyMatch(channel -> !Double.isNaN(matrix.measuredOnChannel(need, channel)))).count();
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(
                () -> Gateway.get(file.equals(ExampleLoader.MUNICIPALITY) ? "mila" : "fenna",
                        "/v1/concepts/" + example.concept() + "/gap-analysis?status=" + status + "&basis=" + basis),
                seen -> seen.path("cells").findValues("measured").stream().filter(JsonNode::isObject).count() == measured);
    }

    private static LoadedExample loaded(String file) {
        return file.equals(ExampleLoader.MUNICIPALITY) ? TestPlatform.municipality() : TestPlatform.fashionForYou();
    }

    private static Set<String> neglected(JsonNode analysis) {
        Set<String> pairs = new TreeSet<>();
        analysis.path("needs").forEach(need -> need.path("neglected")
                .forEach(group -> pairs.add(need.path("name").asText() + ": " + group.path("name").asText())));
        return pairs;
    }

    private static JsonNode byId(JsonNode list, String id) {
        return by("id", list, id);
    }

    private static JsonNode byGroup(JsonNode list, String id) {
        return by("group", list, id);
    }

    private static JsonNode by(String member, JsonNode list, String id) {
        for (JsonNode item : list) {
            if (item.path(member).asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("no " + id + " in " + list);
    }

    static void assertClose(String what, JsonNode seen, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(seen.isNumber()).as(what + " " + seen).isFalse();
        } else {
            assertThat(seen.isNumber()).as(what + " " + seen).isTrue();
            assertThat(seen.asDouble()).as(what).isCloseTo(expected, within(CLOSE));
        }
    }
}
