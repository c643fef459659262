package io.serviceconcept.acceptance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The sums of the gap analysis once more, in plain loops over an example's file and in doubles, so that it shares nothing
 * with the platform but the domain's formulas. NaN stands for what is unknown.
 */
final class PlainGapAnalysis {

    private final PlainMatrix matrix;

    /**
     * @param status existing or planned
     * @param basis assessed or measured
     */
    PlainGapAnalysis(JsonNode example, String status, String basis) {
        this.matrix = new PlainMatrix(example, status, basis);
    }

    double priority(String need) {
        double sum = 0;
        double shares = 0;
        for (String group : matrix.groups()) {
            double importance = matrix.importance(need, group);
            sum += matrix.share(group) * (Double.isNaN(importance) ? 0 : importance);
            shares += matrix.share(group);
        }
        return sum / shares;
    }

    double coverage(String need) {
        double sum = 0;
        double weights = 0;
        for (String sub : matrix.subNeeds(need)) {
            if (!Double.isNaN(coverage(sub))) {
                sum += priority(sub) * coverage(sub);
                weights += priority(sub);
            }
        }
        for (String group : matrix.subNeeds(need).isEmpty() ? matrix.groups() : List.<String> of()) {
            double importance = matrix.importance(need, group);
            double coverage = coverage(need, group);
            if (!Double.isNaN(importance) && !Double.isNaN(coverage)) {
                sum += matrix.share(group) * importance * coverage;
                weights += matrix.share(group) * importance;
            }
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }

    double coverage(String need, String group) {
        List<String> subNeeds = matrix.subNeeds(need);
        if (subNeeds.isEmpty()) {
            return best(need, matrix.channelsOf(group));
        }
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

    /**
     * The share of each group to which the need matters and for which no channel is adequate: for a core need none is for any
     * of its sub-needs that are relevant to the group (all while nothing is known of any), and none of those matters to the
     * group itself.
     */
    Map<String, BigDecimal> neglected(String need) {
        List<String> subNeeds = matrix.subNeeds(need);
        Map<String, BigDecimal> neglected = new TreeMap<>();
        for (String group : matrix.groups()) {
            boolean adequate = false;
            boolean subNeedMatters = false;
            boolean known = false;
            for (String sub : subNeeds) {
                known |= !Double.isNaN(matrix.importance(sub, group));
            }
            for (String served : subNeeds.isEmpty() ? List.of(need) : subNeeds) {
                if (known && !(matrix.importance(served, group) > 0)) {
                    continue;
                }
                for (String channel : matrix.channelsOf(group)) {
                    adequate |= matrix.fit(served, channel) >= 3;
                }
            }
            for (String sub : subNeeds) {
                subNeedMatters |= matrix.importance(sub, group) >= 4;
            }
            if (matrix.importance(need, group) >= 4 && !adequate && !subNeedMatters) {
                neglected.put(group, matrix.exactShare(group).stripTrailingZeros());
            }
        }
        return neglected;
    }

    /** Of a core need those that are adequate for any of its sub-needs. */
    int adequateChannels(String need) {
        Set<String> adequate = new TreeSet<>();
        for (String served : matrix.subNeeds(need).isEmpty() ? List.of(need) : matrix.subNeeds(need)) {
            for (String channel : matrix.channels()) {
                if (matrix.counts(channel) && matrix.fit(served, channel) >= 3) {
                    adequate.add(channel);
                }
            }
        }
        return adequate.size();
    }

    /** How many channels serve any need adequately. */
    int adequateChannels() {
        Set<String> adequate = new TreeSet<>();
        for (String channel : matrix.channels()) {
            for (String need : matrix.leaves()) {
                if (matrix.counts(channel) && matrix.fit(need, channel) >= 3) {
                    adequate.add(channel);
                }
            }
        }
        return adequate.size();
    }

    /** It matters little to everybody who was asked, and three channels or more are adequate. */
    boolean overServed(String need) {
        boolean little = true;
        boolean known = false;
        for (String group : matrix.groups()) {
            double importance = matrix.importance(need, group);
            known |= !Double.isNaN(importance);
            little &= Double.isNaN(importance) || importance <= 2;
        }
        return matrix.subNeeds(need).isEmpty() && known && little && adequateChannels(need) >= 3;
    }

    /** Importance + max(importance − satisfaction, 0), both 0–10: measured where the group was asked, else the coverage. */
    double opportunity(String need, String group, boolean asked) {
        double importance = matrix.importance(need, group);
        if (!(importance >= 1)) {
            return Double.NaN;
        }
        double wanted = (importance - 1) / 4 * 10;
        double satisfaction = asked ? 2.5 * matrix.measuredInGroup(need, group) : 10 * coverage(need, group);
        return wanted + Math.max(wanted - satisfaction, 0);
    }

    double expectationGap(String need, String group) {
        JsonNode expected = matrix.need(need).path("expectation").path(group);
        return expected.isNumber() ? matrix.measuredInGroup(need, group) - expected.asDouble() : Double.NaN;
    }

    /** The mean priority of the needs without sub-needs of which the importance to any group is known. */
    double priorityCut() {
        double sum = 0;
        int count = 0;
        for (String need : toldLeaves()) {
            sum += priority(need);
            count++;
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** The mean coverage, weighted by priority, of those of which it is known. */
    double coverageCut() {
        double sum = 0;
        double weights = 0;
        for (String need : toldLeaves()) {
            if (!Double.isNaN(coverage(need))) {
                sum += priority(need) * coverage(need);
                weights += priority(need);
            }
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }

    double coverage() {
        double sum = 0;
        double weights = 0;
        for (String need : matrix.leaves()) {
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
        for (String need : matrix.leaves()) {
            double importance = matrix.importance(need, group);
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
        for (String need : matrix.leaves()) {
            for (String group : matrix.groups()) {
                List<String> inLayer = new ArrayList<>();
                for (String channel : matrix.channelsOf(group)) {
                    if (matrix.channel(channel).path("layer").asText().equals(layer)) {
                        inLayer.add(channel);
                    }
                }
                double importance = matrix.importance(need, group);
                double best = best(need, inLayer);
                if (matrix.serves(layer, group) && !Double.isNaN(importance) && !Double.isNaN(best)) {
                    sum += matrix.share(group) * importance * best;
                    weights += matrix.share(group) * importance;
                }
            }
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }

    double channelValue(String channel) {
        double sum = 0;
        boolean known = false;
        for (String need : matrix.leaves()) {
            double fit = matrix.fit(need, channel);
            if (!Double.isNaN(fit)) {
                sum += priority(need) * fit;
                known = true;
            }
        }
        return known ? sum : Double.NaN;
    }

    double valuePerEuro(String channel) {
        double cost = matrix.channel(channel).path("costPerContact").asDouble(0);
        return cost > 0 ? channelValue(channel) / cost : Double.NaN;
    }

    /** Volume × cost; NaN when either is unknown. */
    double costPerMonth(String channel) {
        JsonNode found = matrix.channel(channel);
        return found.path("costPerContact").asDouble(Double.NaN) * found.path("volumePerMonth").asDouble(Double.NaN);
    }

    double mixCost() {
        double sum = 0;
        for (String channel : matrix.channels()) {
            sum += matrix.counts(channel) && !Double.isNaN(costPerMonth(channel)) ? costPerMonth(channel) : 0;
        }
        return sum;
    }

    Set<String> costUnknown() {
        Set<String> unknown = new TreeSet<>();
        for (String channel : matrix.channels()) {
            if (matrix.counts(channel) && Double.isNaN(costPerMonth(channel))) {
                unknown.add(channel);
            }
        }
        return unknown;
    }

    /** How many pairs of a need and a group no other adequate channel with room serves. */
    int neededBy(String judged) {
        int needed = 0;
        for (String need : matrix.leaves()) {
            for (String group : matrix.groups()) {
                List<String> channels = matrix.channelsOf(group);
                if (matrix.importance(need, group) == 0 || !channels.contains(judged) || !(matrix.fit(need, judged) >= 3)) {
                    continue;
                }
                boolean kept = false;
                for (String other : channels) {
                    kept |= !other.equals(judged) && matrix.fit(need, other) >= 3 && hasRoom(other);
                }
                needed += kept ? 0 : 1;
            }
        }
        return needed;
    }

    String replaceability(String channel) {
        if (!matrix.counts(channel)) {
            return "NOT_COUNTED";
        }
        if (matrix.channel(channel).path("legallyRequired").asBoolean()) {
            return "LEGALLY_REQUIRED";
        }
        if (Double.isNaN(channelValue(channel))) {
            return "UNKNOWN";
        }
        return neededBy(channel) == 0 ? "REPLACEABLE" : "NEEDED";
    }

    PlainMatrix matrix() {
        return matrix;
    }

    private boolean hasRoom(String channel) {
        JsonNode capacity = matrix.channel(channel).path("capacityPerMonth");
        return !capacity.isNumber() || capacity.asLong() > matrix.channel(channel).path("volumePerMonth").asLong(0);
    }

    private List<String> toldLeaves() {
        List<String> known = new ArrayList<>();
        for (String need : matrix.leaves()) {
            if (isTold(need)) {
                known.add(need);
            }
        }
        return known;
    }

    /** Whether its importance to any group is known. */
    boolean isTold(String need) {
        boolean told = false;
        for (String group : matrix.groups()) {
            told |= !Double.isNaN(matrix.importance(need, group));
        }
        return told;
    }

    /** The codes of what there is to know of a need, with the key of the group that it is about. */
    Set<String> warnings(String need, String basis) {
        Set<String> warnings = new TreeSet<>();
        for (String group : matrix.groups()) {
            if (matrix.channelsOf(group).isEmpty()) {
                warnings.add("no-channel-for-group " + group);
            }
        }
        boolean known = false;
        boolean any = false;
        for (String channel : matrix.channels()) {
            known |= matrix.counts(channel) && !Double.isNaN(matrix.fit(need, channel));
            any |= !Double.isNaN(matrix.fit(need, channel));
        }
        if (!matrix.subNeeds(need).isEmpty() && any) {
            warnings.add("fits-of-core-need-not-counted");
        }
        if (matrix.subNeeds(need).isEmpty() && !known) {
            warnings.add("no-fit-" + basis);
        }
        if (!isTold(need)) {
            warnings.add("importance-unknown");
        }
        return warnings;
    }

    int neglectedPairs() {
        int pairs = 0;
        for (String need : matrix.needs()) {
            pairs += neglected(need).size();
        }
        return pairs;
    }

    /** The highest fit ÷ 4: 0 without channels, unknown when none of their fits is known. */
    private double best(String need, List<String> channels) {
        double best = channels.isEmpty() ? 0 : Double.NaN;
        for (String channel : channels) {
            double fit = matrix.fit(need, channel);
            if (!Double.isNaN(fit) && (Double.isNaN(best) || fit / 4 > best)) {
                best = fit / 4;
            }
        }
        return best;
    }
}
