package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;
import io.serviceconcept.local.examples.LoadedExample;

/** Two people edit one concept at the same moment, and somebody asks what it was before. */
class TwoDesignersIT {

    private static final int ROUNDS = 15;
    private static final List<String> DESIGNERS = List.of("dirk", "marit");

    private final LoadedExample municipality = TestPlatform.copyOfMunicipality("two-designers");
    private final String concept = "/v1/concepts/" + municipality.concept();

    @Test
    void whoEditDifferentPartsNeverConflict() throws Exception {
        List<String> layers = ids("layers");
        long before = version();

        List<List<Integer>> answers = atOnce(i -> IntStream.range(0, ROUNDS)
                .mapToObj(round -> rename(DESIGNERS.get(i), layers.get(i), DESIGNERS.get(i) + ' ' + round)).toList());

        assertThat(answers).allSatisfy(person -> assertThat(person).containsOnly(200));
        for (int i = 0; i < DESIGNERS.size(); i++) {
            assertThat(Gateway.get("mila", concept + "/layers/" + layers.get(i)).path("name").asText())
                    .isEqualTo(DESIGNERS.get(i) + ' ' + (ROUNDS - 1));
        }
        assertThat(version()).as("every change is there").isEqualTo(before + 2 * ROUNDS);
    }

    @Test
    void ofThoseWhoEditTheSamePartOneWinsAndTheOtherIsTold() throws Exception {
        String layer = concept + "/layers/" + ids("layers").getLast();
        for (int round = 0; round < ROUNDS; round++) {
            String seen = Gateway.etag("mila", layer);
            JsonNode there = Gateway.get("mila", layer);
            String name = "Round " + round + " of ";

            List<Integer> answers = atOnce(i -> put(DESIGNERS.get(i), layer, there, name + DESIGNERS.get(i), seen));

            assertThat(answers).containsExactlyInAnyOrder(200, 412);
            assertThat(Gateway.get("mila", layer).path("name").asText())
                    .isEqualTo(name + DESIGNERS.get(answers.indexOf(200)));
        }
    }

    @Test
    void theMatrixOfBeforeIsStillTheMatrixOfThen() {
        String fit = concept + "/gap-analysis/fits/" + ids("needs").getLast() + '/' + ids("channels").getFirst();
        assess(fit, 1);
        String matrix = matrix("");
        JsonNode analysis = Gateway.get("mila", concept + "/gap-analysis");
        String then = lastChange();

        assess(fit, 4);

        assertThat(matrix("")).isNotEqualTo(matrix);
        assertThat(matrix("?asOf=" + then)).isEqualTo(matrix);
        JsonNode former = Gateway.get("mila", concept + "/gap-analysis?asOf=" + then);
        assertThat(former.path("cells")).isEqualTo(analysis.path("cells"));
        assertThat(former.path("version")).isEqualTo(analysis.path("version"));
    }

    private void assess(String fit, int value) {
        Response assessed = Gateway.as("dirk").body("{\"fit\": " + value + "}").put(fit);
        assertThat(assessed.statusCode()).as(assessed.asString()).isEqualTo(200);
    }

    private String matrix(String query) {
        Response csv = Gateway.as("mila").accept("text/csv").get(concept + "/matrix" + query);
        assertThat(csv.statusCode()).as(csv.asString()).isEqualTo(200);
        return csv.asString();
    }

    /** When the concept got the version that it has. */
    private String lastChange() {
        long version = version();
        for (String page = concept + "/history?limit=200"; page != null;) {
            Response history = Gateway.as("mila").get(page);
            for (JsonNode entry : Gateway.json(history).path("items")) {
                if (entry.path("version").asLong() == version) {
                    return Instant.parse(entry.path("when").asText()).toString();
                }
            }
            String link = history.header("Link");
            page = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        throw new AssertionError("the history does not tell of version " + version);
    }

    private int rename(String person, String layer, String name) {
        String address = concept + "/layers/" + layer;
        return put(person, address, Gateway.get(person, address), name, Gateway.etag(person, address));
    }

    private static int put(String person, String address, JsonNode there, String name, String seen) {
        return Gateway.as(person).header("If-Match", seen)
                .body("{\"name\": \"%s\", \"approach\": \"%s\", \"position\": %d}".formatted(name,
                        there.path("approach").asText(), there.path("position").asInt()))
                .put(address).statusCode();
    }

    private List<String> ids(String kind) {
        List<String> ids = new ArrayList<>();
        Gateway.get("mila", concept + '/' + kind + "?limit=200").path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private long version() {
        return Gateway.get("mila", concept).path("version").asLong();
    }

    private interface Person<T> {
        T act(int number);
    }

    private static <T> List<T> atOnce(Person<T> person) throws Exception {
        List<T> answers = new ArrayList<>();
        List<Callable<T>> people = IntStream.range(0, DESIGNERS.size()).<Callable<T>> mapToObj(i -> () -> person.act(i))
                .toList();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> answer : executor.invokeAll(people)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
