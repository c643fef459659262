package io.serviceconcept.result;

import java.util.Comparator;

/** An indicator of an organisation. */
record IndicatorKey(String organisation, String id) implements Comparable<IndicatorKey> {

    private static final Comparator<IndicatorKey> ORDER = Comparator.comparing(IndicatorKey::organisation)
            .thenComparing(IndicatorKey::id);

    @Override
    public int compareTo(IndicatorKey other) {
        return ORDER.compare(this, other);
    }
}
