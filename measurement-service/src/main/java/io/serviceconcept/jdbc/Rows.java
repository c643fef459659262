package io.serviceconcept.jdbc;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Binds the parameters of a statement in their order and reads what a column holds. */
public final class Rows {

    private Rows() {
    }

    /** Instants become time stamps with time zone, enums their names. */
    public static PreparedStatement bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, switch (values[i]) {
                case Instant instant -> instant.atOffset(ZoneOffset.UTC);
                case Enum<?> name -> name.name();
                case null -> null;
                case Object value -> value;
            });
        }
        return statement;
    }

    public static LocalDate day(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, LocalDate.class);
    }

    public static Instant instant(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Long count(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, Long.class);
    }

    /** The same of many rows, as an array to {@code unnest}: one statement writes them all. */
    public static <T> Array column(Connection connection, String type, Collection<T> rows,
            Function<T, @Nullable Object> value) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    /** The elements of an array of texts. */
    public static List<@Nullable String> texts(ResultSet rows, String column) throws SQLException {
        return elements((String[]) rows.getArray(column).getArray());
    }

    /** The elements of an array of numbers; none when the column is null. */
    public static List<@Nullable BigDecimal> numbers(ResultSet rows, String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : elements((BigDecimal[]) array.getArray());
    }

    @SuppressWarnings("NullAway") // an array of the driver holds null where the database does
    private static <T> List<@Nullable T> elements(T[] array) {
        return Arrays.asList(array);
    }
}
