package io.serviceconcept.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

/** message-db's function for writing, from its own package: one call, one message, one transaction. */
final class MessageDbAppends implements Callers.Operation {

    static final Map<String, String> PROPERTIES = Map.of("currentSchema", "message_store,public");

    /** What its installer runs, in its order, but for roles, privileges and views, which writing does not use. */
    private static final List<String> FILES = List.of("schema/message-store", "extensions/pgcrypto", "tables/messages",
            "types/message", "functions/message-store-version", "functions/hash-64", "functions/acquire-lock",
            "functions/category", "functions/is-category", "functions/id", "functions/cardinal-id",
            "functions/stream-version", "functions/write-message", "indexes/messages-id", "indexes/messages-stream",
            "indexes/messages-category");

    private final DataSource dataSource;
    private final List<OwnStreams> streams;

    MessageDbAppends(DataSource dataSource, List<OwnStreams> streams) {
        this.dataSource = dataSource;
        this.streams = streams;
    }

    /** @param sources the folder {@code database} of its package */
    static void install(Path sources, Database database) throws SQLException, IOException {
        for (String file : FILES) {
            database.execute("set search_path = message_store, public; set client_min_messages = warning; "
                    + Files.readString(sources.resolve(file + ".sql")));
        }
    }

    @Override
    public int run(int caller) throws SQLException {
        OwnStreams own = streams.get(caller);
        int stream = own.pick();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection
                        .prepareStatement("select message_store.write_message(?, ?, ?, ?::jsonb, ?::jsonb, ?)")) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, own.id(stream).name());
            statement.setString(3, ResponseReceived.TYPE);
            statement.setString(4, Events.TYPES.write(Events.pooled(stream)));
            statement.setString(5, Events.metadata());
            // its versions begin at 0, and before the first is -1
            statement.setLong(6, own.version(stream) - 1);
            statement.execute();
        }
        own.appended(stream, 1);
        return 1;
    }
}
