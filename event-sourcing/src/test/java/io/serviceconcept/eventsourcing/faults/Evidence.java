package io.serviceconcept.eventsourcing.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.History;
import io.serviceconcept.eventsourcing.testing.History.Reader;
import io.serviceconcept.eventsourcing.testing.History.Seen;
import io.serviceconcept.eventsourcing.testing.History.Stored;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/** Gathers what is stored, what the clients have written down and what projection and consumer saw. */
final class Evidence {

    /** What the events of a stream come to. */
    record Figure(long events, long total) {
        Figure plus(Figure other) {
            return new Figure(events + other.events, total + other.total);
        }
    }

    private final Map<String, StreamId> streams = new HashMap<>();
    private final Map<String, Figure> recount = new HashMap<>();

    History gather(Installation installation, EventStore store) throws SQLException {
        History history = new History();
        Position position = Position.START;
        List<RecordedEvent> page = store.readAfter(position, Slots.ALL, 5_000);
        while (!page.isEmpty()) {
            page.forEach(event -> add(history, event));
            page = store.readAfter(page.getLast().position(), Slots.ALL, 5_000);
        }
        for (int thread = 0; thread < WriterProcess.THREADS; thread++) {
            Path attempts = WriterProcess.attempts(installation.logs(), thread);
            if (Files.exists(attempts)) {
                AttemptFile.read(attempts, history::attempted);
            }
        }
        for (int shard = 0; shard < SeenProjection.SHARDS; shard++) {
            Reader reader = Reader.ofLog("projection-" + shard, Slots.ofShard(shard, SeenProjection.SHARDS));
            seen(history.reader(reader), reader, installation.producerData(),
                    "select stream, version, event_id from seen where shard = " + shard + " order by n");
        }
        Reader consumer = Reader.ofPublicEvents("consumer");
        seen(history.reader(consumer), consumer, installation.consumerData(),
                "select stream, sequence, event_id from received order by n");
        return history;
    }

    private void add(History history, RecordedEvent event) {
        history.stored(Stored.of(event));
        streams.put(event.stream().name(), event.stream());
        recount.merge(event.stream().name(), new Figure(1, Marks.value((MeterEvent) event.event())), Figure::plus);
    }

    private void seen(History history, Reader reader, DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(5_000);
                try (ResultSet row = statement.executeQuery(sql)) {
                    while (row.next()) {
                        StreamId stream = streams.computeIfAbsent(row.getString(1),
                                name -> new StreamId(AttemptFile.ORGANISATION, name));
                        history.seen(reader, new Seen(stream, row.getLong(2), row.getObject(3, UUID.class)));
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Figures that differ from a recount of the raw events, as text; empty when all are right. */
    List<String> wrongFigures(DataSource dataSource) throws SQLException {
        Map<String, Figure> expected = new HashMap<>(recount);
        List<String> wrong = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("select stream, sum(events), sum(total) from figure group by stream")) {
            while (row.next()) {
                Figure figure = new Figure(row.getLong(2), row.getLong(3));
                Figure recounted = expected.remove(row.getString(1));
                if (!figure.equals(recounted)) {
                    wrong.add(row.getString(1) + " has " + figure + ", recounted " + recounted);
                }
            }
        }
        expected.forEach((stream, figure) -> wrong.add(stream + " has none, recounted " + figure));
        return wrong;
    }
}
