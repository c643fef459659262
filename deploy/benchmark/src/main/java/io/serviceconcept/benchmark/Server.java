package io.serviceconcept.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.serviceconcept.local.LocalPostgres;

/** The one PostgreSQL of a run: as durable as in production, deleted afterwards. */
final class Server implements AutoCloseable {

    /** The role that owns every database. */
    static final String ROLE = "bench";

    private static final String TEMPLATE = "kernel_template";

    private final Path directory;
    private volatile LocalPostgres postgres;
    private Connection superuser;
    private boolean hasTemplate;

    /** @param directory on the disk that is to be measured; its data is deleted at the end */
    Server(Path directory) throws SQLException, IOException {
        this.directory = directory;
        delete(directory);
        Files.createDirectories(directory);
        this.postgres = start(directory);
        this.superuser = postgres.superuser("postgres");
        Runtime.getRuntime().addShutdownHook(new Thread(this::abandon, "close-postgres"));
    }

    private static LocalPostgres start(Path directory) {
        return LocalPostgres.start(directory, 0, Map.of(ROLE, ROLE));
    }

    /** Empties the server's own memory: what is read afterwards comes from the operating system's cache or the disk. */
    void restart() throws SQLException {
        superuser.close();
        postgres.close();
        postgres = start(directory);
        superuser = postgres.superuser("postgres");
    }

    /** A new and empty database; closing it drops it. */
    Database create(String name) throws SQLException {
        return create(name, "template1");
    }

    /** One with the tables and indexes of the kernel. */
    Database createWithKernelTables(String name) throws SQLException {
        if (!hasTemplate) {
            create(TEMPLATE).migrate();
            hasTemplate = true;
        }
        return create(name, TEMPLATE);
    }

    private Database create(String name, String template) throws SQLException {
        execute("create database \"" + name + "\" owner " + ROLE + " template " + template);
        return new Database(this, name);
    }

    void drop(String name) throws SQLException {
        execute("drop database \"" + name + "\" with (force)");
    }

    String jdbcUrl(String database) {
        // as in the services, and the same for all contenders
        return postgres.jdbcUrl(database) + "?options=-c%20plan_cache_mode=force_generic_plan";
    }

    int port() {
        return postgres.port();
    }

    void checkpoint() throws SQLException {
        execute("checkpoint");
    }

    /** What was used up so far, by everyone and by one client. */
    Costs costs(ProcessHandle client) throws SQLException {
        long server = Stream.concat(Stream.of(postgres.process()), postgres.process().descendants())
                .mapToLong(Server::processorTime).sum();
        return new Costs(Long.parseLong(query("select pg_current_wal_insert_lsn() - '0/0'")), processorTime(client), server);
    }

    String version() throws SQLException {
        return query("show server_version");
    }

    String sharedBuffers() throws SQLException {
        return query("show shared_buffers");
    }

    /** In megabytes, with indexes. */
    long size(String database) throws SQLException {
        return Long.parseLong(query("select pg_database_size('" + database + "') / 1048576"));
    }

    private static long processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Closing twice is fine. */
    @Override
    public void close() throws IOException {
        postgres.close();
        delete(directory);
    }

    /** Whoever breaks a run off has no use for its data. */
    private void abandon() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("✗ " + directory + " is left behind: " + e.getMessage());
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
