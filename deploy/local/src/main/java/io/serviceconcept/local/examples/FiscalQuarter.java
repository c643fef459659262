package io.serviceconcept.local.examples;

import java.time.LocalDate;

/**
 * A quarter of the fiscal year of the United States' government: year N runs from 1 October N−1 to 30 September N, so
 * that its first quarter is the last calendar quarter of N−1.
 *
 * @param quarter 1–4
 */
record FiscalQuarter(int year, int quarter) implements Comparable<FiscalQuarter> {

    FiscalQuarter {
        if (year < 1900 || year > 2200 || quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("no fiscal quarter: year " + year + ", quarter " + quarter);
        }
    }

    LocalDate from() {
        return LocalDate.of(year - 1, 10, 1).plusMonths(3L * (quarter - 1));
    }

    /** The last day. */
    LocalDate to() {
        return from().plusMonths(3).minusDays(1);
    }

    @Override
    public int compareTo(FiscalQuarter other) {
        return from().compareTo(other.from());
    }

    @Override
    public String toString() {
        return "FY" + year + " Q" + quarter;
    }
}
