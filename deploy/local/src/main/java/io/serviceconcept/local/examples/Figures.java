package io.serviceconcept.local.examples;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;

/** Waits for the loop: what was pushed into one service moves the evaluation in another. */
record Figures(Caller reader, String concept) {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Waits until every objective is judged and one of them from at least so many answers. */
    void await(int answers) {
        String path = "/v1/concepts/" + concept + "/evaluation";
        JsonNode evaluation = Patience.until(seen -> shows(seen, answers), LONGEST, () -> reader.get(path).body());
        if (!shows(evaluation, answers)) {
            throw new ExampleFailed("The figures of " + answers + " answers did not reach " + path + " within "
                    + LONGEST.toSeconds() + " s: " + evaluation.path("objectives"));
        }
    }

    private static boolean shows(JsonNode evaluation, int answers) {
        int most = 0;
        for (JsonNode objective : evaluation.path("objectives")) {
            if (objective.path("verdict").asText().equals("NO_DATA")) {
                return false;
            }
            most = Math.max(most, objective.path("n").asInt());
        }
        return most >= answers;
    }
}
