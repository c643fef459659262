package io.serviceconcept.local.examples;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The survey behind published figures: a question for each indicator, and a version for each wording. A new wording of one
 * question breaks with all that was asked before, because people answer a question among the others.
 */
record PublishedSurvey(Caller designer, Caller analyst) {

    /** Draws up what is missing of the survey and gives its path. */
    String of(String service, List<Wording> wordings, Map<String, String> indicators) {
        String path = "/v1/surveys/" + Named.find(analyst, "/v1/surveys", service).map(known -> known.path("id").asText())
                .orElseGet(() -> analyst.post("/v1/surveys", version(service, wordings.getFirst(), indicators)).id());
        for (int known = analyst.list(path + "/versions").size(); known < wordings.size(); known++) {
            analyst.add(path + "/versions",
                    version(service, wordings.get(known), indicators).put("instrumentBreak", true), "\"" + known + "\"");
        }
        return path;
    }

    private ObjectNode version(String service, Wording wording, Map<String, String> indicators) {
        ObjectNode body = Http.JSON.createObjectNode().put("name", service).put("concept", concept(service))
                .put("inUseFrom", wording.from().from().atStartOfDay(ExampleDays.ZONE).toInstant().toString());
        ArrayNode questions = body.putArray("questions");
        wording.of().forEach((question, text) -> {
            ObjectNode asked = questions.addObject().put("id", id(question));
            // the words are English, and a survey has to say something to those who read Dutch
            asked.putObject("text").put("nl", text).put("en", text);
            asked.putObject("scale").put("min", PublishedFigure.LOWEST).put("max", PublishedFigure.HIGHEST);
            asked.putArray("indicators").add(indicators.get(question));
        });
        return body;
    }

    private String concept(String service) {
        List<JsonNode> known = designer.list("/v1/concepts?slug=" + id(service));
        return known.isEmpty()
                ? designer.post("/v1/concepts",
                        Http.JSON.createObjectNode().put("name", service).put("slug", id(service))).id()
                : known.getFirst().path("id").asText();
    }

    /** {@code trust-confidence} of {@code Trust / Confidence}. */
    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
