package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** Several people who edit one concept at the same moment. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TwoDesignersApiTest {

    private static final int ROUNDS = 12;

    @Test
    void whoEditDifferentPartsNeverConflict() throws Exception {
        Example example = Example.created(Api.designer());
        Api dirk = example.designer();
        Api dora = dirk.with("dora", "designer");
        long before = version(example);

        List<List<Integer>> answers = atOnce(List.of(
                () -> rounds(i -> layer(dirk, example.concept() + "/layers/" + example.selfService(), "Digital " + i)),
                () -> rounds(i -> layer(dora, example.concept() + "/layers/" + example.personal(), "Personal " + i)),
                () -> rounds(i -> importance(dora, example, 1 + i % 5)),
                () -> rounds(i -> fit(dirk, example, i % 5)),
                () -> rounds(i -> fit(dora, example, i % 5))));

        assertThat(answers).allSatisfy(person -> assertThat(person).containsOnly(200));
        dirk.get(example.concept() + "/layers/" + example.selfService()).body("name", equalTo("Digital " + (ROUNDS - 1)));
        dirk.get(example.concept() + "/layers/" + example.personal()).body("name", equalTo("Personal " + (ROUNDS - 1)));
        assertThat(version(example)).as("every change is there").isEqualTo(before + 5 * ROUNDS);
        dirk.get(example.concept() + "/history?limit=200").body(
                "items.findAll { it.what.startsWith('Fit') && it.who == 'dora' }", hasSize(ROUNDS));
    }

    @Test
    void ofThoseWhoEditTheSamePartOneWinsAndTheOthersAreTold() throws Exception {
        Example example = Example.created(Api.designer());
        String layer = example.concept() + "/layers/" + example.selfService();
        String seen = example.designer().version(layer);
        long before = version(example);

        List<Callable<Integer>> people = IntStream.range(0, 8).<Callable<Integer>> mapToObj(i -> () -> example.designer()
                .with("designer " + i, "designer").request().contentType(ContentType.JSON).header("If-Match", seen)
                .body("{\"name\": \"Layer of %d\", \"approach\": \"OWN\", \"position\": 1}".formatted(i)).put(layer)
                .statusCode()).toList();
        List<Integer> answers = atOnce(people);

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
        example.designer().get(layer).body("name", equalTo("Layer of " + answers.indexOf(200)));
        assertThat(version(example)).as("only one changed anything").isEqualTo(before + 1);
    }

    @Test
    void whoReadsAgainAfterAConflictLosesNothing() throws Exception {
        Example example = Example.created(Api.designer());
        String direction = example.concept() + "/direction";
        List<Callable<Integer>> people = IntStream.range(0, 4).<Callable<Integer>> mapToObj(
                i -> () -> addValue(example.designer().with("designer " + i, "designer"), direction, "Value " + i)).toList();

        assertThat(atOnce(people)).containsOnly(200);

        List<String> values = example.designer().get(direction).extract().jsonPath().getList("values");
        assertThat(values).containsExactlyInAnyOrder("Value 0", "Value 1", "Value 2", "Value 3");
    }

    /** As a person does it: read, add, and read again when somebody was first. */
    private static int addValue(Api api, String direction, String value) {
        for (int attempt = 0; attempt < 20; attempt++) {
            Response read = api.request().get(direction);
            List<String> values = new ArrayList<>(read.jsonPath().getList("values", String.class));
            values.add(value);
            int status = api.request().contentType(ContentType.JSON).header("If-Match", read.header("ETag"))
                    .body("{\"values\": [\"" + String.join("\", \"", values) + "\"]}").put(direction).statusCode();
            if (status != 412) {
                return status;
            }
        }
        return 412;
    }

    private static int layer(Api api, String layer, String name) {
        return api.put(layer, api.version(layer), "{\"name\": \"" + name + "\", \"approach\": \"OWN\", \"position\": 1}")
                .extract().statusCode();
    }

    private static int importance(Api api, Example example, int value) {
        String importance = example.concept() + "/needs/" + example.heard() + "/importance";
        return api.put(importance, api.version(importance), """
                {"importance": [{"group": "%s", "value": %d}]}""".formatted(example.young(), value)).extract()
                .statusCode();
    }

    private static int fit(Api api, Example example, int fit) {
        return api.request().contentType(ContentType.JSON).body("{\"fit\": " + fit + "}")
                .put(example.concept() + "/gap-analysis/fits/" + example.heard() + "/" + example.desk()).statusCode();
    }

    private interface Round {
        int go(int number);
    }

    private static List<Integer> rounds(Round round) {
        return IntStream.range(0, ROUNDS).mapToObj(round::go).toList();
    }

    private static <T> List<T> atOnce(List<Callable<T>> people) throws Exception {
        List<T> answers = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> answer : executor.invokeAll(people)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static long version(Example example) {
        return example.designer().get(example.concept()).extract().jsonPath().getLong("version");
    }
}
