package io.serviceconcept.concept;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptEvent.KeptFit;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;

/** Who gave which fit, by need, channel and assessor. Never changes: every change copies one row of the matrix. */
record Assessments(Map<String, Map<String, Map<String, Versioned<Assessment>>>> byNeed) {

    static final Assessments NONE = new Assessments(Map.of());

    /**
     * @param fit 0–4
     */
    record Assessment(int fit, @Nullable String rationale) {
    }

    Optional<Versioned<Assessment>> find(String need, String channel, String assessor) {
        return Optional.ofNullable(cell(need, channel).get(assessor));
    }

    Assessments with(String need, String channel, String assessor, Versioned<Assessment> assessment) {
        Map<String, Versioned<Assessment>> cell = new LinkedHashMap<>(cell(need, channel));
        cell.put(assessor, assessment);
        Map<String, Map<String, Versioned<Assessment>>> row = new LinkedHashMap<>(row(need));
        row.put(channel, Collections.unmodifiableMap(cell));
        Map<String, Map<String, Map<String, Versioned<Assessment>>>> rows = new LinkedHashMap<>(byNeed);
        rows.put(need, Collections.unmodifiableMap(row));
        return new Assessments(Collections.unmodifiableMap(rows));
    }

    Assessments withoutNeed(String need) {
        Map<String, Map<String, Map<String, Versioned<Assessment>>>> rows = new LinkedHashMap<>(byNeed);
        rows.remove(need);
        return new Assessments(Collections.unmodifiableMap(rows));
    }

    Assessments withoutChannel(String channel) {
        Map<String, Map<String, Map<String, Versioned<Assessment>>>> rows = new LinkedHashMap<>();
        byNeed.forEach((need, row) -> {
            Map<String, Map<String, Versioned<Assessment>>> rest = new LinkedHashMap<>(row);
            rest.remove(channel);
            rows.put(need, Collections.unmodifiableMap(rest));
        });
        return new Assessments(Collections.unmodifiableMap(rows));
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
        Map<String, Map<String, Map<String, Versioned<Assessment>>>> rows = new LinkedHashMap<>(byNeed);
        rows.remove(event.need());
        if (!start.isEmpty()) {
            event.into().forEach(part -> rows.put(part.need().id(), Collections.unmodifiableMap(start)));
        }
        return new Assessments(Collections.unmodifiableMap(rows));
    }

    /** The matrix: every cell that somebody assessed. */
    List<EditionContent.Fit> fits() {
        return byNeed.entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .map(cell -> new EditionContent.Fit(row.getKey(), cell.getKey(), AssessedFit.of(
                                cell.getValue().values().stream().map(given -> given.value().fit()).toList()))))
                .toList();
    }

    private Map<String, Map<String, Versioned<Assessment>>> row(String need) {
        return byNeed.getOrDefault(need, Map.of());
    }

    private Map<String, Versioned<Assessment>> cell(String need, String channel) {
        return row(need).getOrDefault(channel, Map.of());
    }
}
