package io.serviceconcept.local.examples;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A row of the published file.
 *
 * @param service who reports, {@code va/vha}
 * @param score the mean, 1–5; null where the file has "No Data"
 * @param wording what respondents agreed with, as the file describes it
 */
record PublishedFigure(String service, FiscalQuarter quarter, String question, @Nullable BigDecimal score, String wording) {

    /** The marks of which the score is the mean: from strongly disagree to strongly agree. */
    static final int LOWEST = 1;
    static final int HIGHEST = 5;

    String indicatorName() {
        return service + ": " + question;
    }

    String describe() {
        return service + " " + quarter + " " + question;
    }
}
