package io.serviceconcept.benchmark;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The document of a concept as large as is thought of: every need assessed for every channel, and weighed by every group. */
final class LargeConcept {

    static final int NEEDS = 200;
    static final int CHANNELS = 40;
    static final int GROUPS = 20;

    private LargeConcept() {
    }

    static String document() {
        return """
                {"format": "service-concept", "version": 1, "concept": {"name": "Large", "slug": "large"},
                 "parts": {"layers": [{"id": "l", "name": "Personal", "approach": "PERSONAL", "position": 1}],
                   "customerGroups": %s, "channels": %s, "needs": %s},
                 "importance": %s, "fits": %s}"""
                .formatted(each(GROUPS, LargeConcept::group), each(CHANNELS, LargeConcept::channel),
                        each(NEEDS, LargeConcept::need), each(NEEDS, LargeConcept::importance),
                        each(NEEDS * CHANNELS, LargeConcept::fit));
    }

    private static String group(int i) {
        return """
                {"id": "g%d", "name": "Group %d", "share": 5, "selfReliance": "HIGH", "digitalSkill": "MEDIUM",
                 "contactPreferences": [], "homeLayer": "l", "otherLayers": [], "unusableChannels":
                 [{"channel": "c%d", "reason": "No camera"}]}""".formatted(i, i, i);
    }

    private static String channel(int i) {
        return """
                {"id": "c%d", "name": "Channel %d", "kind": "OTHER", "layer": "l", "means": [], "costPerContact": 2.5,
                 "volumePerMonth": 1000, "legallyRequired": false, "status": "ACTIVE"}""".formatted(i, i);
    }

    private static String need(int i) {
        return """
                {"id": "n%d", "name": "Need %d", "audience": "CUSTOMER"%s}""".formatted(i, i,
                i % 10 == 0 ? "" : ", \"coreNeed\": \"n" + i / 10 * 10 + '"');
    }

    private static String importance(int need) {
        return "{\"need\": \"n%d\", \"importance\": %s}".formatted(need, each(GROUPS,
                group -> "{\"group\": \"g%d\", \"value\": %d}".formatted(group, 1 + (need + group) % 5)));
    }

    private static String fit(int cell) {
        return "{\"need\": \"n%d\", \"channel\": \"c%d\", \"assessor\": \"1\", \"fit\": %d}".formatted(cell / CHANNELS,
                cell % CHANNELS, (cell / 7 + cell) % 5);
    }

    private static String each(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(", ", "[", "]"));
    }
}
