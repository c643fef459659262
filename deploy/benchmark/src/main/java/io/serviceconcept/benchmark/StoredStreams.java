package io.serviceconcept.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.StreamId;

/** Streams that were loaded before, and a read model with a row for each: any of them is as likely as another. */
final class StoredStreams {

    static final int WRITERS = 4;

    static final String STANDINGS = """
            create table standing (stream text primary key, answers bigint not null, body text not null);
            insert into standing select stream, count(*), repeat('0123456789', 20) from event group by stream
            """;

    private final long[] versions;

    StoredStreams(int count) {
        this.versions = new long[count];
        Arrays.fill(versions, Loaded.STREAM_LENGTH);
    }

    /** A stream of about 50 events and its row in the read model. */
    Callers.Operation reads(DataSource dataSource) {
        EventStore store = Kernel.store(dataSource);
        return caller -> {
            StreamId stream = Loaded.stream(ThreadLocalRandom.current().nextInt(versions.length));
            int events = store.read(stream, 0).size();
            if (events < Loaded.STREAM_LENGTH || standing(dataSource, stream) < Loaded.STREAM_LENGTH) {
                throw new IllegalStateException("events of a stored stream are missing");
            }
            return events;
        };
    }

    private static long standing(DataSource dataSource, StreamId stream) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection
                        .prepareStatement("select answers, body from standing where stream = ?")) {
            statement.setString(1, stream.name());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && !result.getString(2).isEmpty() ? result.getLong(1) : 0;
            }
        }
    }

    /** Every writer has streams of its own. */
    Callers.Operation appends(DataSource dataSource) {
        EventStore store = Kernel.store(dataSource);
        return caller -> {
            int stream = ThreadLocalRandom.current().nextInt(versions.length / WRITERS) * WRITERS + caller;
            AppendOutcome outcome = store.append(Append.to(Events.context(), Loaded.stream(stream), versions[stream],
                    List.of(Events.pooled(stream))));
            if (!(outcome instanceof AppendOutcome.Appended)) {
                throw new IllegalStateException("not appended: " + outcome);
            }
            versions[stream]++;
            return 1;
        };
    }
}
