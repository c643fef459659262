package io.serviceconcept.benchmark;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param bar null for what is recorded beside
 * @param ratios null when it was not run: the note says why
 * @param measured what the ratios are of, for the table of contenders
 */
record Outcome(String row, String work, String beside, @Nullable Bar bar, @Nullable Ratios ratios, List<Measured> measured,
        String note) {

    /** Throughput beside that of the fastest of the references. */
    static Outcome ofThroughput(String row, String work, @Nullable Bar bar, Measured subject, List<Measured> references,
            String note) {
        Measured reference = references.stream().max(Comparator.comparingDouble(Measured::medianPerSecond)).orElseThrow();
        return new Outcome(row, work, reference.name(), bar, Ratios.of(subject, reference, Sample::perSecond), List.of(),
                note);
    }

    static Outcome notRun(String row, String beside, String why) {
        return new Outcome(row, "the same", beside, null, null, List.of(), "not run: " + why);
    }

    Outcome with(List<Measured> shown) {
        return new Outcome(row, work, beside, bar, ratios, List.copyOf(shown), note);
    }

    boolean isMissed() {
        return bar != null && ratios != null && !bar.isMetBy(ratios);
    }
}
