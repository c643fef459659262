package io.serviceconcept.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.PeriodKind;

/**
 * What is asked for.
 *
 * @param indicators whose results
 * @param period of results
 * @param dimensions of results
 * @param from the first day; null for all there are
 * @param to the last day; null for all there are
 * @param survey whose responses
 * @param personal whether what is about a person is in it
 * @param definitionVersion by which version of the definitions results are; null for those in use
 * @param asOf the moment at which results were known; null for now
 */
public record ExportSpec(ExportKind of, ExportFormat format, List<String> indicators, @Nullable PeriodKind period,
        List<Dimension> dimensions, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String survey,
        boolean personal, @Nullable Integer definitionVersion, @Nullable Instant asOf) {

    public ExportSpec {
        indicators = List.copyOf(indicators);
        dimensions = List.copyOf(dimensions);
    }
}
