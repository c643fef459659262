package io.serviceconcept.benchmark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A survey of one question and the indicator that its answers feed.
 *
 * @param indicator its path
 * @param path where the survey is
 */
record Survey(String indicator, String path) {

    /** The question's id. */
    static final String QUESTION = "mark";

    static Survey drawnUp(Api api, String concept) throws Exception {
        String indicator = api.create("/v1/indicators", """
                {"name": "Satisfaction %s", "unit": "mark", "better": "HIGHER", "audience": "CUSTOMER", "kind": "MEAN",
                 "scale": {"min": 1, "max": 10}, "minimumN": 30}""".formatted(UUID.randomUUID()));
        return fedBy(api, concept, indicator);
    }

    /** One more survey of an indicator. */
    static Survey fedBy(Api api, String concept, String indicator) throws Exception {
        String path = api.create("/v1/surveys", """
                {"name": "After a call %s", "concept": "%s", "inUseFrom": "%s", "questions": [{"id": "mark",
                 "text": {"en": "How satisfied are you?", "nl": "Hoe tevreden bent u?"}, "scale": {"min": 1, "max": 10},
                 "indicators": ["%s"]}]}""".formatted(UUID.randomUUID(), concept,
                Instant.now().minus(400, ChronoUnit.DAYS), id(indicator)));
        return new Survey(indicator, path);
    }

    String id() {
        return id(path);
    }

    String indicatorId() {
        return id(indicator);
    }

    /** How many answers of a month the results speak of, by now. */
    long counted(Api api) throws Exception {
        long n = 0;
        for (JsonNode result : api.get(indicator + "/results?period=YEAR").path("items")) {
            n += result.path("n").asLong();
        }
        return n;
    }

    /** @param at when the interaction took place */
    static String response(String id, Instant at, int mark) {
        return "{\"id\": \"" + id + "\", \"interactionAt\": \"" + at + "\", \"answers\": [{\"question\": \"mark\", \"value\": "
                + mark + "}], \"location\": \"Town hall\"}";
    }

    static int mark(long number) {
        return (int) (6 + number % 4);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
