package io.serviceconcept.acceptance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The sums of the gap analysis once more, in plain loops over an example's file and in doubles, so that it shares nothing
 * with the platform but the domain's formulas. NaN stands for what is unknown.
 */
final class PlainGapAnalysis {

    private final JsonNode example;
    private final Set<String> statuses;

    PlainGapAnalysis(JsonNode example, String status) {
        this.example = example;
        this.statuses = status.equals("existing") ? Set.of("ACTIVE") : Set.of("ACTIVE", "PILOT", "PLANNED");
    }

    List<String> needs() {
        return keys("needs");
    }

    List<String> groups() {
        return keys("customerGroups");
    }

    double priority(String need) {
        double sum = 0;
        double shares = 0;
        for (JsonNode group : example.path("customerGroups")) {
            shares += group.path("share").asDouble();
            double importance = importance(need, group.path("key").asText());
            sum += group.path("share").asDouble() * (Double.isNaN(importance) ? 0 : importance);
        }
        return sum / shares;
    }

    double coverage(String need) {
        List<String> subNeeds = subNeeds(need);
        double sum = 0;
        double weights = 0;
        if (!subNeeds.isEmpty()) {
            for (String sub : subNeeds) {
                if (!Double.isNaN(coverage(sub))) {
                    sum += priority(sub) * coverage(sub);
                    weights += priority(sub);
                }
            }
        } else {
            for (JsonNode group : example.path("customerGroups")) {
                double importance = importance(need, group.path("key").asText());
                double coverage = coverage(need, group.path("key").asText());
                if (!Double.isNaN(importance) && !Double.isNaN(coverage)) {
                    sum += group.path("share").asDouble() * importance * coverage;
                    weights += group.path("share").asDouble() * importance;
                }
            }
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }

    double coverage(String need, String group) {
        List<String> subNeeds = subNeeds(need);
        if (!subNeeds.isEmpty()) {
            double sum = 0;
            double weights = 0;
            for (String sub : subNeeds) {
                if (!Double.isNaN(coverage(sub, group))) {
                    sum += priority(sub) * coverage(sub, group);
                    weights += priority(sub);
                }
            }
            return weights == 0 ? Double.NaN : sum / weights;
        }
        return best(need, channels(group));
    }

    /** The share of each group to which the need matters and for which no channel is adequate. */
    Map<String, BigDecimal> neglected(String need) {
        Map<String, BigDecimal> neglected = new TreeMap<>();
        if (!subNeeds(need).isEmpty()) {
            return neglected;
        }
        for (JsonNode group : example.path("customerGroups")) {
            String key = group.path("key").asText();
            boolean adequate = false;
            for (String channel : channels(key)) {
                adequate |= fit(need, channel) >= 3;
            }
            if (importance(need, key) >= 4 && !adequate) {
                neglected.put(key, group.path("share").decimalValue());
            }
        }
        return neglected;
    }

    /** Importance + max(importance − satisfaction, 0), both 0–10, with the coverage as satisfaction. */
    double opportunity(String need, String group) {
        double importance = importance(need, group);
        if (!(importance >= 1)) {
            return Double.NaN;
        }
        double wanted = (importance - 1) / 4 * 10;
        return wanted + Math.max(wanted - 10 * coverage(need, group), 0);
    }

    /** The mean priority of the needs without sub-needs of which importance and coverage are known. */
    double priorityCut() {
        double sum = 0;
        int count = 0;
        for (String need : cutNeeds()) {
            sum += priority(need);
            count++;
        }
        return sum / count;
    }

    /** Their mean coverage, weighted by priority. */
    double coverageCut() {
        double sum = 0;
        double weights = 0;
        for (String need : cutNeeds()) {
            sum += priority(need) * coverage(need);
            weights += priority(need);
        }
        return sum / weights;
    }

    double coverage() {
        double sum = 0;
        double weights = 0;
        for (String need : leaves()) {
            if (!Double.isNaN(coverage(need))) {
                sum += priority(need) * coverage(need);
                weights += priority(need);
            }
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }

    double groupCoverage(String group) {
        double sum = 0;
        double weights = 0;
        for (String need : leaves()) {
            double importance = importance(need, group);
            double coverage = coverage(need, group);
            if (!Double.isNaN(importance) && !Double.isNaN(coverage)) {
                sum += importance * coverage;
                weights += importance;
            }
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }

    /** What the channels of a layer do alone for the groups that it serves. */
    double layerCoverage(String layer) {
        double sum = 0;
        double weights = 0;
        for (String need : leaves()) {
            for (JsonNode group : example.path("customerGroups")) {
                String key = group.path("key").asText();
                double importance = importance(need, key);
                double best = best(need, channelsInLayer(key, layer));
                if (layers(group).contains(layer) && !Double.isNaN(importance) && !Double.isNaN(best)) {
                    sum += group.path("share").asDouble() * importance * best;
                    weights += group.path("share").asDouble() * importance;
                }
            }
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }

    double channelValue(String channel) {
        double sum = 0;
        boolean known = false;
        for (String need : leaves()) {
            double fit = fit(need, channel);
            if (!Double.isNaN(fit)) {
                sum += priority(need) * fit;
                known = true;
            }
        }
        return known ? sum : Double.NaN;
    }

    double valuePerEuro(String channel) {
        JsonNode cost = channel(channel).path("costPerContact");
        return cost.isNumber() && cost.asDouble() > 0 ? channelValue(channel) / cost.asDouble() : Double.NaN;
    }

    double mixCost() {
        double sum = 0;
        for (JsonNode channel : example.path("channels")) {
            if (statuses.contains(channel.path("status").asText())) {
                sum += channel.path("costPerContact").asDouble() * channel.path("volumePerMonth").asDouble();
            }
        }
        return sum;
    }

    String replaceability(String key) {
        JsonNode judged = channel(key);
        if (!statuses.contains(judged.path("status").asText())) {
            return "NOT_COUNTED";
        }
        if (judged.path("legallyRequired").asBoolean()) {
            return "LEGALLY_REQUIRED";
        }
        if (Double.isNaN(channelValue(key))) {
            return "UNKNOWN";
        }
        for (String need : leaves()) {
            for (String group : groups()) {
                if (importance(need, group) == 0 || !channels(group).contains(key) || !(fit(need, key) >= 3)) {
                    continue;
                }
                boolean kept = false;
                for (String other : channels(group)) {
                    JsonNode capacity = channel(other).path("capacityPerMonth");
                    boolean room = !capacity.isNumber() || capacity.asLong() > channel(other).path("volumePerMonth").asLong();
                    kept |= !other.equals(key) && fit(need, other) >= 3 && room;
                }
                if (!kept) {
                    return "NEEDED";
                }
            }
        }
        return "REPLACEABLE";
    }

    List<String> channels() {
        return keys("channels");
    }

    List<String> layers() {
        return keys("layers");
    }

    private List<String> leaves() {
        List<String> leaves = new ArrayList<>();
        for (String need : needs()) {
            if (subNeeds(need).isEmpty()) {
                leaves.add(need);
            }
        }
        return leaves;
    }

    private List<String> cutNeeds() {
        List<String> known = new ArrayList<>();
        for (String need : leaves()) {
            boolean told = false;
            for (String group : groups()) {
                told |= !Double.isNaN(importance(need, group));
            }
            if (told && !Double.isNaN(coverage(need))) {
                known.add(need);
            }
        }
        return known;
    }

    private JsonNode channel(String key) {
        for (JsonNode channel : example.path("channels")) {
            if (channel.path("key").asText().equals(key)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("no channel " + key);
    }

    private List<String> channelsInLayer(String group, String layer) {
        List<String> inLayer = new ArrayList<>();
        for (String channel : channels(group)) {
            if (channel(channel).path("layer").asText().equals(layer)) {
                inLayer.add(channel);
            }
        }
        return inLayer;
    }

    private double best(String need, List<String> channels) {
        if (channels.isEmpty()) {
            return 0;
        }
        double best = Double.NaN;
        for (String channel : channels) {
            double fit = fit(need, channel);
            if (!Double.isNaN(fit) && (Double.isNaN(best) || fit > best)) {
                best = fit;
            }
        }
        return best / 4;
    }

    private static List<String> layers(JsonNode group) {
        List<String> layers = new ArrayList<>(List.of(group.path("homeLayer").asText()));
        group.path("otherLayers").forEach(layer -> layers.add(layer.asText()));
        return layers;
    }

    /** Of a core need the highest of its own and its sub-needs'. */
    private double importance(String need, String group) {
        List<String> all = new ArrayList<>(subNeeds(need));
        all.add(need);
        double highest = Double.NaN;
        for (JsonNode candidate : example.path("needs")) {
            JsonNode value = candidate.path("importance").path(group);
            if (all.contains(candidate.path("key").asText()) && value.isNumber()) {
                highest = Double.isNaN(highest) ? value.asDouble() : Math.max(highest, value.asDouble());
            }
        }
        return highest;
    }

    /** The median over the assessors. */
    private double fit(String need, String channel) {
        List<Integer> given = new ArrayList<>();
        for (JsonNode assessment : example.path("fits")) {
            if (assessment.path("need").asText().equals(need) && assessment.path("channels").has(channel)) {
                given.add(assessment.path("channels").path(channel).asInt());
            }
        }
        if (given.isEmpty()) {
            return Double.NaN;
        }
        Collections.sort(given);
        int middle = given.size() / 2;
        return given.size() % 2 == 1 ? given.get(middle) : (given.get(middle - 1) + given.get(middle)) / 2.0;
    }

    /** Those that count, in a layer that serves the group, and usable by it. */
    private List<String> channels(String groupKey) {
        List<String> channels = new ArrayList<>();
        for (JsonNode group : example.path("customerGroups")) {
            if (!group.path("key").asText().equals(groupKey)) {
                continue;
            }
            List<String> layers = layers(group);
            List<String> unusable = group.path("unusableChannels").findValuesAsText("channel");
            for (JsonNode channel : example.path("channels")) {
                if (statuses.contains(channel.path("status").asText()) && layers.contains(channel.path("layer").asText())
                        && !unusable.contains(channel.path("key").asText())) {
                    channels.add(channel.path("key").asText());
                }
            }
        }
        return channels;
    }

    private List<String> subNeeds(String need) {
        List<String> subNeeds = new ArrayList<>();
        for (JsonNode candidate : example.path("needs")) {
            if (candidate.path("coreNeed").asText().equals(need)) {
                subNeeds.add(candidate.path("key").asText());
            }
        }
        return subNeeds;
    }

    private List<String> keys(String kind) {
        return example.path(kind).findValuesAsText("key");
    }
}
