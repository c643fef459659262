package io.serviceconcept.local.examples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Notices that a question was asked in other words: figures before and after are not of the same thing. */
final class Wording {

    private Wording() {
    }

    /** A line for every change of wording between two quarters with figures. */
    static List<String> changes(List<PublishedFigure> figures) {
        Map<String, PublishedFigure> last = new LinkedHashMap<>();
        List<String> changes = new ArrayList<>();
        figures.stream()
                .filter(figure -> figure.score() != null)
                .sorted(Comparator.comparing(PublishedFigure::quarter))
                .forEach(figure -> {
                    @Nullable
                    PublishedFigure before = last.put(figure.indicatorName(), figure);
                    if (before != null && !before.wording().equals(figure.wording())) {
                        changes.add(describe(before, figure));
                    }
                });
        return changes;
    }

    private static String describe(PublishedFigure before, PublishedFigure after) {
        return "The wording of '" + after.question() + "' changed between " + before.quarter() + " (" + before.wording()
                + ") and " + after.quarter() + " (" + after.wording() + "): figures before and after are not comparable";
    }
}
