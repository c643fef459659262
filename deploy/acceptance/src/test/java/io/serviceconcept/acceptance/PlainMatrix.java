package io.serviceconcept.acceptance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An example's file as a matrix: who is there, what matters to them, and which channels serve it how well. NaN stands for
 * what is unknown.
 */
final class PlainMatrix {

    private final JsonNode example;
    private final Set<String> statuses;
    private final boolean measured;

    /**
     * @param status existing or planned
     * @param basis assessed or measured
     */
    PlainMatrix(JsonNode example, String status, String basis) {
        this.example = example;
        this.statuses = status.equals("existing") ? Set.of("ACTIVE") : Set.of("ACTIVE", "PILOT", "PLANNED");
        this.measured = basis.equals("measured");
    }

    List<String> needs() {
        return keys("needs");
    }

    List<String> groups() {
        return keys("customerGroups");
    }

    List<String> channels() {
        return keys("channels");
    }

    List<String> layers() {
        return keys("layers");
    }

    /** The needs without sub-needs. */
    List<String> leaves() {
        List<String> leaves = new ArrayList<>();
        for (String need : needs()) {
            if (subNeeds(need).isEmpty()) {
                leaves.add(need);
            }
        }
        return leaves;
    }

    List<String> subNeeds(String need) {
        List<String> subNeeds = new ArrayList<>();
        for (JsonNode candidate : example.path("needs")) {
            if (candidate.path("coreNeed").asText().equals(need)) {
                subNeeds.add(candidate.path("key").asText());
            }
        }
        return subNeeds;
    }

    JsonNode need(String key) {
        return entry("needs", key);
    }

    JsonNode channel(String key) {
        return entry("channels", key);
    }

    BigDecimal exactShare(String group) {
        return entry("customerGroups", group).path("share").decimalValue();
    }

    double share(String group) {
        return exactShare(group).doubleValue();
    }

    JsonNode budget() {
        return example.path("direction").path("budgetPerMonth");
    }

    boolean counts(String channel) {
        return statuses.contains(channel(channel).path("status").asText());
    }

    /** Of a core need the highest of its own and its sub-needs'. */
    double importance(String need, String group) {
        double highest = need(need).path("importance").path(group).asDouble(Double.NaN);
        for (String sub : subNeeds(need)) {
            double importance = need(sub).path("importance").path(group).asDouble(Double.NaN);
            if (Double.isNaN(highest) || importance > highest) {
                highest = importance;
            }
        }
        return highest;
    }

    /** On the basis that counts. */
    double fit(String need, String channel) {
        return measured ? measuredOnChannel(need, channel) : assessed(need, channel);
    }

    /** The median over the assessors. */
    double assessed(String need, String channel) {
        List<Integer> given = assessments(need, channel);
        if (given.isEmpty()) {
            return Double.NaN;
        }
        int middle = given.size() / 2;
        return given.size() % 2 == 1 ? given.get(middle) : (given.get(middle - 1) + given.get(middle)) / 2.0;
    }

    /** What was given for a cell, the lowest first. */
    List<Integer> assessments(String need, String channel) {
        List<Integer> given = new ArrayList<>();
        for (JsonNode assessment : example.path("fits")) {
            if (assessment.path("need").asText().equals(need) && assessment.path("channels").has(channel)) {
                given.add(assessment.path("channels").path(channel).asInt());
            }
        }
        Collections.sort(given);
        return given;
    }

    double measuredOnChannel(String need, String channel) {
        return onChannel(need, channel).fit();
    }

    PlainMeasured onChannel(String need, String channel) {
        List<Double> marks = new ArrayList<>();
        for (JsonNode survey : example.path("surveys")) {
            if (survey.path("channel").asText().equals(channel)) {
                marks.addAll(marks(survey, need, null));
            }
        }
        return PlainMeasured.of(marks, anchors());
    }

    double measuredInGroup(String need, String group) {
        return inGroup(need, group).fit();
    }

    PlainMeasured inGroup(String need, String group) {
        List<Double> marks = new ArrayList<>();
        for (JsonNode survey : example.path("surveys")) {
            marks.addAll(marks(survey, need, group));
        }
        return PlainMeasured.of(marks, anchors());
    }

    /** Those that count, in a layer that serves the group, and usable by it. */
    List<String> channelsOf(String group) {
        List<String> channels = new ArrayList<>();
        JsonNode served = entry("customerGroups", group);
        for (JsonNode channel : example.path("channels")) {
            boolean usable = true;
            for (JsonNode unusable : served.path("unusableChannels")) {
                usable &= !unusable.path("channel").equals(channel.path("key"));
            }
            if (usable && counts(channel.path("key").asText()) && serves(channel.path("layer").asText(), group)) {
                channels.add(channel.path("key").asText());
            }
        }
        return channels;
    }

    boolean serves(String layer, String group) {
        JsonNode served = entry("customerGroups", group);
        boolean serves = served.path("homeLayer").asText().equals(layer);
        for (JsonNode other : served.path("otherLayers")) {
            serves |= other.asText().equals(layer);
        }
        return serves;
    }

    /** A mark per response: the mean of what it answered about the need. */
    private List<Double> marks(JsonNode survey, String need, @Nullable String group) {
        List<Double> marks = new ArrayList<>();
        for (JsonNode response : survey.path("responses")) {
            double sum = 0;
            int answers = 0;
            for (JsonNode question : survey.path("questions")) {
                JsonNode answer = response.path("answers").path(question.path("id").asText());
                if (answer.isNumber() && asksAbout(question, survey).equals(need)) {
                    sum += answer.asDouble();
                    answers++;
                }
            }
            if (answers > 0 && (group == null || response.path("group").asText().equals(group))) {
                marks.add(sum / answers);
            }
        }
        return marks;
    }

    /** What a question does not say, a touchpoint with exactly one need does. */
    private String asksAbout(JsonNode question, JsonNode survey) {
        if (question.has("need")) {
            return question.path("need").asText();
        }
        for (JsonNode journey : example.path("journeys")) {
            for (JsonNode phase : journey.path("phases")) {
                for (JsonNode touchpoint : phase.path("touchpoints")) {
                    if (touchpoint.path("key").equals(survey.path("touchpoint")) && touchpoint.path("needs").size() == 1) {
                        return touchpoint.path("needs").path(0).asText();
                    }
                }
            }
        }
        return "";
    }

    private JsonNode anchors() {
        for (JsonNode indicator : example.path("indicators")) {
            if (indicator.path("satisfaction").asBoolean()) {
                return indicator.path("anchors");
            }
        }
        return example.path("anchors");
    }

    private JsonNode entry(String kind, String key) {
        for (JsonNode candidate : example.path(kind)) {
            if (candidate.path("key").asText().equals(key)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("no " + key + " among " + kind);
    }

    private List<String> keys(String kind) {
        List<String> keys = new ArrayList<>();
        for (JsonNode candidate : example.path(kind)) {
            keys.add(candidate.path("key").asText());
        }
        return keys;
    }
}
