package io.serviceconcept.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;

/**
 * The results projection: marks are added up in cells of an indicator, a day and a slice of the answers. A batch is added
 * up in memory first and written in a sorted order.
 */
final class ResultCells implements Projection {

    private static final String EVERYBODY = "all";

    private final String table;

    /** @param table also the name of the projection: a new one is built from the begin of the log */
    ResultCells(String table) {
        this.table = table;
    }

    static String create(String table) {
        return "create table " + table + " (indicator text, day date, slice text, n bigint not null, total bigint not null,"
                + " squares bigint not null, primary key (indicator, day, slice))";
    }

    @Override
    public String name() {
        return table.replace('_', '-');
    }

    @Override
    public List<String> tables() {
        return List.of(table);
    }

    private record Cell(String indicator, LocalDate day, String slice) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::indicator).thenComparing(Cell::day)
                .thenComparing(Cell::slice);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    private record Sums(long n, long total, long squares) {

        static Sums of(int score) {
            return new Sums(1, score, (long) score * score);
        }

        Sums plus(Sums other) {
            return new Sums(n + other.n, total + other.total, squares + other.squares);
        }
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        Map<Cell, Sums> cells = new HashMap<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof ResponseReceived response) {
                add(cells, response);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into " + table + " as c values"
                + " (?, ?, ?, ?, ?, ?) on conflict (indicator, day, slice) do update set n = c.n + excluded.n,"
                + " total = c.total + excluded.total, squares = c.squares + excluded.squares")) {
            for (Map.Entry<Cell, Sums> entry : new TreeMap<>(cells).entrySet()) {
                statement.setString(1, entry.getKey().indicator());
                statement.setObject(2, entry.getKey().day());
                statement.setString(3, entry.getKey().slice());
                statement.setLong(4, entry.getValue().n());
                statement.setLong(5, entry.getValue().total());
                statement.setLong(6, entry.getValue().squares());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void add(Map<Cell, Sums> cells, ResponseReceived response) {
        LocalDate day = response.interactionAt().atOffset(ZoneOffset.UTC).toLocalDate();
        for (ResponseReceived.Mark mark : response.marks()) {
            Sums sums = Sums.of(mark.score());
            for (String slice : List.of(EVERYBODY, response.channel(), response.segment())) {
                cells.merge(new Cell(mark.indicator(), day, slice), sums, Sums::plus);
            }
        }
    }

    /** How many answers the table has counted in. */
    static long counted(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select coalesce(sum(n), 0) from " + table + " where indicator = ? and slice = ?")) {
            statement.setString(1, Events.INDICATORS.getFirst());
            statement.setString(2, EVERYBODY);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
