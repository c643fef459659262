package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.local.Part;
import io.serviceconcept.local.examples.LoadedExample;

/** What was acknowledged survives a crash, and has effect once. */
class CrashIT {

    private static final int LOADED = 120;
    private static final int PUSHED = 25;

    @Test
    void anAnswerAcknowledgedJustBeforeTheServiceDiesCountsOnce() {
        LoadedExample example = TestPlatform.copyOfMunicipality("crash");
        List<ObjectNode> responses = new ArrayList<>();
        for (int i = 1; i <= PUSHED; i++) {
            responses.add(Responses.of("before-the-crash-" + i, Instant.now(), 8));
        }

        for (ObjectNode response : responses) {
            assertThat(Responses.push(example, response).statusCode()).isEqualTo(201);
        }
        TestPlatform.running().kill9(Part.MEASUREMENT_SERVICE);
        assertThat(TestPlatform.running().process(Part.MEASUREMENT_SERVICE)).isEmpty();
        assertThat(Responses.push(example, responses.getFirst()).statusCode()).isEqualTo(503);
        TestPlatform.running().restart(Part.MEASUREMENT_SERVICE);

        awaitAnswers(example, LOADED + PUSHED);
        for (ObjectNode response : responses) {
            assertThat(Responses.push(example, response).statusCode()).isEqualTo(200);
        }
        assertThat(statuses(Responses.pushAll(example, batch(responses)).asString())).containsOnly(200).hasSize(PUSHED);
        // One new answer behind the repeated ones: when it has arrived, they have too.
        assertThat(Responses.push(example, Responses.of("after-the-crash", Instant.now(), 8)).statusCode()).isEqualTo(201);
        awaitAnswers(example, LOADED + PUSHED + 1);
    }

    /** Never more than so many on the way there, and exactly so many in the end. */
    private static void awaitAnswers(LoadedExample example, int expected) {
        Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofSeconds(30)).until(() -> {
            int n = Evaluation.of(example, "mila").objective(example.id("objective", "satisfaction-at-least-7")).path("n")
                    .asInt();
            assertThat(n).isLessThanOrEqualTo(expected);
            return n == expected;
        });
    }

    private static ArrayNode batch(List<ObjectNode> responses) {
        return JsonNodeFactory.instance.arrayNode().addAll(responses);
    }

    private static List<Integer> statuses(String answer) {
        List<Integer> statuses = new ArrayList<>();
        for (JsonNode item : Gateway.json(answer).path("items")) {
            statuses.add(item.path("status").asInt());
        }
        return statuses;
    }
}
