package io.serviceconcept.result;

import java.time.LocalDate;

/** A day on which an indicator's figures changed. */
record ChangedDay(IndicatorKey indicator, LocalDate day) {
}
