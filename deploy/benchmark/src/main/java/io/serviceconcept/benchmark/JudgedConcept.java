package io.serviceconcept.benchmark;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** A concept in force whose only objectives are that indicators reach 7; a small one unless another is given. */
final class JudgedConcept {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final String DOCUMENT = """
            {"format": "service-concept", "version": 1, "concept": {"name": "Judged", "slug": "judged"},
             "parts": {"layers": [{"id": "l", "name": "Personal", "approach": "PERSONAL", "position": 1}],
               "customerGroups": [{"id": "g", "name": "Everybody", "share": 100, "selfReliance": "HIGH",
                 "digitalSkill": "MEDIUM", "contactPreferences": [], "homeLayer": "l", "otherLayers": [],
                 "unusableChannels": []}],
               "channels": [{"id": "c", "name": "Desk", "kind": "DESK", "layer": "l", "means": [],
                 "legallyRequired": false, "status": "ACTIVE"}], "needs": []},
             "importance": [], "fits": []}""";

    private final Api api;
    private final String path;

    JudgedConcept(Api api) throws Exception {
        this(api, DOCUMENT);
    }

    /** @param document as it is imported */
    JudgedConcept(Api api, String document) throws Exception {
        this.api = api;
        this.path = api.create("/v1/concepts/imports", document);
    }

    String path() {
        return path;
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Puts an edition in force in which each indicator has an objective. */
    void adopt(List<String> indicators) throws Exception {
        LocalDate today = LocalDate.now(ZONE);
        for (String indicator : indicators) {
            api.create(path + "/objectives", """
                    {"name": "Objective of %s", "indicator": "%s", "window": "MONTH", "dueDate": "%s", "weight": 1,
                     "owner": "bench", "target": {"comparison": "AT_LEAST", "value": 7, "measure": "FIGURE"}}"""
                    .formatted(indicator, indicator, today.plusYears(1)));
        }
        // the indicators may not have been heard of yet
        api.eventually(() -> api.change("PUT", path + "/proposal", path, ""));
        api.change("POST", path + "/editions", path, "{\"inForceFrom\": \"" + today + "\"}");
    }

    /** How many answers the verdict on each indicator rests on, as the evaluation says at this moment. */
    Map<String, Long> answers() throws Exception {
        Map<String, Long> answers = new HashMap<>();
        for (JsonNode objective : api.get(path + "/evaluation").path("objectives")) {
            answers.put(objective.path("indicator").path("id").asText(), objective.path("n").asLong());
        }
        return answers;
    }

    /** The verdict on an indicator. */
    String verdict(String indicator) throws Exception {
        for (JsonNode objective : api.get(path + "/evaluation").path("objectives")) {
            if (objective.path("indicator").path("id").asText().equals(indicator)) {
                return objective.path("verdict").asText();
            }
        }
        throw new IllegalStateException("no objective of " + indicator);
    }
}
