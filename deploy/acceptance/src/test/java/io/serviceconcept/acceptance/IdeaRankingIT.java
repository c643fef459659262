package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.local.examples.ExampleLoader;
import io.serviceconcept.local.examples.LoadedExample;

/** The ideas of both examples by the coverage they gain per euro, beside the analyses of files in which each is realised. */
class IdeaRankingIT {

    private record Gain(String key, double cost, double gain) {
        double perEuro() {
            return gain / cost;
        }
    }

    @ParameterizedTest
    @CsvSource({ "municipality.json,existing", "municipality.json,planned", "fashion-for-you.json,existing" })
    void ideasAreRankedByWhatARealisedFileGainsPerEuro(String file, String status) {
        boolean municipality = file.equals(ExampleLoader.MUNICIPALITY);
        LoadedExample example = municipality ? TestPlatform.municipality() : TestPlatform.fashionForYou();
        List<Gain> expected = ranked(Gateway.example(file), status);

        JsonNode ranking = Gateway.get(municipality ? "mila" : "fenna",
                "/v1/concepts/" + example.concept() + "/gap-analysis/ideas?status=" + status);

        GapAnalysisIT.assertClose("coverage", ranking.path("coverage"),
                new PlainGapAnalysis(Gateway.example(file), status, "assessed").coverage());
        assertThat(ranking.path("items")).extracting(item -> item.path("idea").asText())
                .isEqualTo(expected.stream().map(gain -> example.id("idea", gain.key())).toList());
        for (int i = 0; i < expected.size(); i++) {
            JsonNode seen = ranking.path("items").path(i);
            Gain gain = expected.get(i);
            GapAnalysisIT.assertClose(gain.key(), seen.path("gain"), gain.gain());
            assertThat(seen.path("gainPerEuro").isNumber()).as(gain.key()).isEqualTo(!Double.isNaN(gain.perEuro()));
            assertThat(seen.path("gainPerEuro").asDouble()).as(gain.key())
                    .isCloseTo(Double.isNaN(gain.perEuro()) ? 0 : gain.perEuro(), within(1e-11));
            assertThat(seen.path("remarks").isEmpty()).as(gain.key()).isEqualTo(!Double.isNaN(gain.perEuro()));
        }
    }

    /** By gain per euro; what has none comes last, by gain. */
    private static List<Gain> ranked(JsonNode example, String status) {
        double before = new PlainGapAnalysis(example, status, "assessed").coverage();
        Map<Double, Gain> withPrice = new TreeMap<>();
        List<Gain> without = new ArrayList<>();
        for (JsonNode idea : example.path("ideas")) {
            JsonNode realised = realised(example, idea);
            double after = new PlainGapAnalysis(realised, status, "assessed").coverage();
            Gain gain = new Gain(idea.path("key").asText(), idea.path("cost").asDouble(Double.NaN),
                    realised.equals(example) ? Double.NaN : after - before);
            if (Double.isNaN(gain.perEuro())) {
                without.add(gain);
            } else {
                assertThat(withPrice.put(-gain.perEuro(), gain)).as("two ideas that gain the same").isNull();
            }
        }
        without.sort((one, other) -> Double.isNaN(one.gain()) ? 1
                : Double.isNaN(other.gain()) ? -1
                        : Double.compare(other.gain(), one.gain()));
        List<Gain> ranked = new ArrayList<>(withPrice.values());
        ranked.addAll(without);
        return ranked;
    }

    /** The file with the expected fits in place of those assessed, and the touched channels that are in a pilot open. */
    private static JsonNode realised(JsonNode example, JsonNode idea) {
        ObjectNode realised = example.deepCopy();
        for (JsonNode effect : idea.path("expectedEffects")) {
            for (JsonNode assessment : realised.path("fits")) {
                if (assessment.path("need").equals(effect.path("need"))) {
                    ((ObjectNode) assessment.path("channels")).remove(effect.path("channel").asText());
                }
            }
            ObjectNode expected = realised.withArray("fits").addObject();
            expected.set("need", effect.path("need"));
            expected.putObject("channels").set(effect.path("channel").asText(), effect.path("fit"));
        }
        for (JsonNode channel : realised.path("channels")) {
            boolean touched = false;
            for (JsonNode key : idea.path("channels")) {
                touched |= key.equals(channel.path("key"));
            }
            if (touched && !channel.path("status").asText().equals("ACTIVE")) {
                ((ObjectNode) channel).put("status", "ACTIVE");
            }
        }
        return realised;
    }
}
