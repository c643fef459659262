package io.serviceconcept.local.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a service words its questions from a quarter on.
 *
 * @param of the wording by question, in the order of the file
 */
record Wording(FiscalQuarter from, Map<String, String> of) {

    Wording {
        of = new LinkedHashMap<>(of);
    }

    /**
     * The wordings of a service, the first one from its first quarter on, another one from every quarter in which a
     * question was asked in other words than before. A question that has no figure yet is worded as when it gets one.
     */
    static List<Wording> all(List<PublishedFigure> figures) {
        TreeMap<FiscalQuarter, Map<String, String>> byQuarter = new TreeMap<>();
        figures.forEach(figure -> {
            Map<String, String> asked = byQuarter.computeIfAbsent(figure.quarter(), quarter -> new LinkedHashMap<>());
            if (figure.score() != null) {
                asked.put(figure.question(), figure.wording());
            }
        });
        Map<String, String> words = new LinkedHashMap<>();
        figures.forEach(figure -> words.put(figure.question(), figure.wording()));
        byQuarter.descendingMap().values().forEach(words::putAll);

        List<Wording> all = new ArrayList<>();
        all.add(new Wording(byQuarter.firstKey(), words));
        byQuarter.forEach((quarter, asked) -> {
            if (!words.entrySet().containsAll(asked.entrySet())) {
                words.putAll(asked);
                all.add(new Wording(quarter, words));
            }
        });
        return all;
    }

    /** A line for every question that is worded otherwise than before: figures before and after are not of the same thing. */
    List<String> changesSince(Wording before) {
        return of.entrySet().stream().filter(asked -> !asked.getValue().equals(before.of.get(asked.getKey())))
                .map(asked -> "From " + from + " on '" + asked.getKey() + "' is worded " + asked.getValue() + ", before that "
                        + before.of.get(asked.getKey()) + ": figures before and after are not comparable")
                .toList();
    }
}
