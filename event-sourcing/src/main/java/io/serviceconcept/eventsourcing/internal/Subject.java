package io.serviceconcept.eventsourcing.internal;

import java.util.Comparator;

import io.serviceconcept.eventsourcing.SubjectId;

/** A subject of one organisation. */
record Subject(String organisation, SubjectId id) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::organisation)
            .thenComparing(Subject::id);

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
