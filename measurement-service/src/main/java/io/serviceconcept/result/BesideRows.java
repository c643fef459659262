package io.serviceconcept.result;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Beside;
import io.serviceconcept.figure.Decimals;
import io.serviceconcept.figure.Estimate;
import io.serviceconcept.figure.Interval;
import io.serviceconcept.jdbc.Rows;

/** What stands beside a figure, as one column: share, median, p90 and p95, each with the ends of its interval. */
final class BesideRows {

    private static final int EACH = 3;

    private BesideRows() {
    }

    /** Null when nothing stands beside it. */
    static @Nullable Array array(Connection connection, Beside beside) throws SQLException {
        if (beside.equals(Beside.NOTHING)) {
            return null;
        }
        @Nullable
        BigDecimal[] numbers = new BigDecimal[4 * EACH];
        put(numbers, 0, beside.share());
        put(numbers, EACH, beside.median());
        put(numbers, 2 * EACH, beside.p90());
        put(numbers, 3 * EACH, beside.p95());
        return connection.createArrayOf("numeric", numbers);
    }

    private static void put(@Nullable BigDecimal[] numbers, int at, @Nullable Estimate estimate) {
        if (estimate != null) {
            Interval interval = estimate.interval();
            numbers[at] = estimate.value();
            numbers[at + 1] = interval == null ? null : interval.low();
            numbers[at + 2] = interval == null ? null : interval.high();
        }
    }

    static Beside read(ResultSet rows) throws SQLException {
        List<@Nullable BigDecimal> numbers = Rows.numbers(rows, "beside");
        return numbers.isEmpty() ? Beside.NOTHING
                : new Beside(estimate(numbers, 0), estimate(numbers, EACH), estimate(numbers, 2 * EACH),
                        estimate(numbers, 3 * EACH));
    }

    private static @Nullable Estimate estimate(List<@Nullable BigDecimal> numbers, int at) {
        BigDecimal value = Decimals.canonicalOrNull(numbers.get(at));
        BigDecimal low = Decimals.canonicalOrNull(numbers.get(at + 1));
        BigDecimal high = Decimals.canonicalOrNull(numbers.get(at + 2));
        return value == null ? null : new Estimate(value, low == null || high == null ? null : new Interval(low, high));
    }
}
