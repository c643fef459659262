package io.serviceconcept.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;

/**
 * Which results are asked for.
 *
 * @param from of the first period
 * @param to in the last period
 * @param key of the one slice that is asked for; null for all of the dimension
 * @param asOf the moment at which it was known; null for now
 */
record ResultQuery(PeriodKind kind, LocalDate from, LocalDate to, Dimension dimension, @Nullable String key,
        @Nullable Instant asOf, PageRequest page) {

    /** Nothing is known before or after. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Pattern CURSOR = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\|.*", Pattern.DOTALL);

    /**
     * @throws InvalidInput when the cursor belongs to another list
     */
    static ResultQuery of(PeriodKind kind, @Nullable LocalDate from, @Nullable LocalDate to, Dimension dimension,
            @Nullable Instant asOf, PageRequest page) {
        String after = page.after();
        if (after != null && !CURSOR.matcher(after).matches()) {
            throw new InvalidInput("?cursor", "was not given out for this list");
        }
        LocalDate first = clamped(from == null ? FIRST : from);
        LocalDate last = clamped(to == null ? LAST : to);
        return new ResultQuery(kind, Period.of(kind, first).from(), last, dimension, null, asOf, page);
    }

    /** The same of one slice. */
    ResultQuery of(Slice slice) {
        return new ResultQuery(kind, from, to, slice.dimension(), slice.key(), asOf, page);
    }

    boolean asksFor(Slice slice) {
        return slice.dimension() == dimension && (key == null || key.equals(slice.key()));
    }

    private static LocalDate clamped(LocalDate day) {
        return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
    }

    /** The first day of the period of the last item seen; the first day of all on the first page. */
    LocalDate afterDay() {
        String after = page.after();
        return after == null ? from : LocalDate.parse(after.substring(0, after.indexOf('|')));
    }

    /** The key of the last item seen; null on the first page. */
    @Nullable
    String afterKey() {
        String after = page.after();
        return after == null ? null : after.substring(after.indexOf('|') + 1);
    }
}
