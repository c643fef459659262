package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptEvent.KeptFit;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;
import io.serviceconcept.concept.ConceptEvent.SplitOff;

/**
 * Who gave which fit, by need, channel and assessor. Never changes: every change copies one row of the matrix and the shelf
 * on which it lies, so that what a fit costs does not grow with the number of needs.
 *
 * @param shelves the rows by need, each on the shelf that its need's id says
 * @param next the place of the next row in the order in which needs were assessed
 */
record Assessments(List<Map<String, Row>> shelves, int next) {

    /** How many fits a concept holds at most, those of all assessors together. */
    static final int MOST = 100_000;

    private static final int SHELVES = 64;

    static final Assessments NONE = new Assessments(Collections.nCopies(SHELVES, Map.of()), 0);

    /**
     * @param fit 0–4
     */
    record Assessment(int fit, @Nullable String rationale) {
    }

    /**
     * @param cells by channel and assessor
     */
    record Row(int place, Map<String, Map<String, Versioned<Assessment>>> cells) {
    }

    /** Of all assessors together. */
    int count() {
        return shelves.stream().flatMap(shelf -> shelf.values().stream()).flatMap(row -> row.cells().values().stream())
                .mapToInt(Map::size).sum();
    }

    Optional<Versioned<Assessment>> find(String need, String channel, String assessor) {
        return Optional.ofNullable(cell(need, channel).get(assessor));
    }

    /** The matrix by need, channel and assessor, in the order in which needs were assessed. */
    Map<String, Map<String, Map<String, Versioned<Assessment>>>> byNeed() {
        Map<String, Map<String, Map<String, Versioned<Assessment>>>> rows = new LinkedHashMap<>();
        shelves.stream().flatMap(shelf -> shelf.entrySet().stream())
                .sorted(Comparator.comparingInt(row -> row.getValue().place()))
                .forEach(row -> rows.put(row.getKey(), row.getValue().cells()));
        return Collections.unmodifiableMap(rows);
    }

    Assessments with(String need, String channel, String assessor, Versioned<Assessment> assessment) {
        Map<String, Versioned<Assessment>> cell = new LinkedHashMap<>(cell(need, channel));
        cell.put(assessor, assessment);
        Map<String, Map<String, Versioned<Assessment>>> cells = new LinkedHashMap<>(row(need));
        cells.put(channel, Collections.unmodifiableMap(cell));
        Row former = shelf(need).get(need);
        return with(need, new Row(former == null ? next : former.place(), Collections.unmodifiableMap(cells)));
    }

    /** A cell of which nothing is left, and a row of which no cell is, go with it. */
    Assessments without(String need, String channel, String assessor) {
        Map<String, Versioned<Assessment>> cell = new LinkedHashMap<>(cell(need, channel));
        cell.remove(assessor);
        Map<String, Map<String, Versioned<Assessment>>> cells = new LinkedHashMap<>(row(need));
        cells.put(channel, Collections.unmodifiableMap(cell));
        if (cell.isEmpty()) {
            cells.remove(channel);
        }
        Row former = shelf(need).get(need);
        return former == null || cells.isEmpty() ? withoutNeed(need)
                : with(need, new Row(former.place(), Collections.unmodifiableMap(cells)));
    }

    /** Who assessed how well a channel serves a need, in the order in which they did so first. */
    Map<String, Versioned<Assessment>> ofCell(String need, String channel) {
        return Collections.unmodifiableMap(cell(need, channel));
    }

    /** What all assessors of a cell together say, 0–4; empty when nobody assessed it. */
    Optional<BigDecimal> median(String need, String channel) {
        Collection<Versioned<Assessment>> given = cell(need, channel).values();
        return given.isEmpty() ? Optional.empty()
                : Optional.of(AssessedFit.of(given.stream().map(one -> one.value().fit()).toList()).median());
    }

    Assessments withoutNeed(String need) {
        Map<String, Row> shelf = new HashMap<>(shelf(need));
        shelf.remove(need);
        return with(need, shelf, next);
    }

    Assessments withoutChannel(String channel) {
        Assessments rest = this;
        for (Map<String, Row> shelf : shelves) {
            for (Map.Entry<String, Row> row : shelf.entrySet()) {
                Map<String, Map<String, Versioned<Assessment>>> cells = new LinkedHashMap<>(row.getValue().cells());
                cells.remove(channel);
                rest = rest.with(row.getKey(), new Row(row.getValue().place(), Collections.unmodifiableMap(cells)));
            }
        }
        return rest;
    }

    Assessments merged(NeedsMerged event, long version) {
        Assessments merged = this;
        for (Map.Entry<String, Map<String, Versioned<Assessment>>> cell : row(event.need()).entrySet()) {
            for (Map.Entry<String, Versioned<Assessment>> given : cell.getValue().entrySet()) {
                if (find(event.into(), cell.getKey(), given.getKey()).isEmpty()
                        || event.kept().contains(new KeptFit(cell.getKey(), given.getKey()))) {
                    merged = merged.with(event.into(), cell.getKey(), given.getKey(),
                            new Versioned<>(given.getValue().value(), version));
                }
            }
        }
        return merged.withoutNeed(event.need());
    }

    Assessments split(NeedSplit event, long version) {
        Map<String, Map<String, Versioned<Assessment>>> start = new LinkedHashMap<>();
        row(event.need()).forEach((channel, cell) -> {
            Map<String, Versioned<Assessment>> copy = new LinkedHashMap<>();
            cell.forEach((assessor, given) -> copy.put(assessor, new Versioned<>(given.value(), version)));
            start.put(channel, Collections.unmodifiableMap(copy));
        });
        Assessments split = withoutNeed(event.need());
        if (!start.isEmpty()) {
            for (SplitOff part : event.into()) {
                split = split.with(part.need().id(), new Row(split.next(), Collections.unmodifiableMap(start)));
            }
        }
        return split;
    }

    /** The matrix: every cell that somebody assessed. */
    List<EditionContent.Fit> fits() {
        return byNeed().entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .map(cell -> new EditionContent.Fit(row.getKey(), cell.getKey(), AssessedFit.of(
                                cell.getValue().values().stream().map(given -> given.value().fit()).toList()))))
                .toList();
    }

    private Assessments with(String need, Row row) {
        Map<String, Row> shelf = new HashMap<>(shelf(need));
        shelf.put(need, row);
        return with(need, shelf, Math.max(next, row.place() + 1));
    }

    private Assessments with(String need, Map<String, Row> shelf, int then) {
        List<Map<String, Row>> copy = new ArrayList<>(shelves);
        copy.set(place(need), Collections.unmodifiableMap(shelf));
        return new Assessments(Collections.unmodifiableList(copy), then);
    }

    private Map<String, Row> shelf(String need) {
        return shelves.get(place(need));
    }

    private static int place(String need) {
        return Math.floorMod(need.hashCode(), SHELVES);
    }

    private Map<String, Map<String, Versioned<Assessment>>> row(String need) {
        Row row = shelf(need).get(need);
        return row == null ? Map.of() : row.cells();
    }

    private Map<String, Versioned<Assessment>> cell(String need, String channel) {
        return row(need).getOrDefault(channel, Map.of());
    }
}
