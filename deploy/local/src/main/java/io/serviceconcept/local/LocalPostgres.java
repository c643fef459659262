package io.serviceconcept.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL 18 on this machine, as durable as one in production: {@code fsync}, {@code full_page_writes} and
 * {@code synchronous_commit} are on and prepared transactions off.
 *
 * <p>
 * It listens on 127.0.0.1 alone and asks everyone for a password. Each database belongs to a role of the same name that
 * is no superuser and whose transactions end after {@value #TRANSACTION_TIMEOUT}. What is in the directory is kept over
 * restarts. Any number of them run side by side.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final String TRANSACTION_TIMEOUT = "5s";
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
    private static final Path SHARED_BINARIES = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");
    private static final String PASSWORD_FILE = "superuser-password";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,62}");

    private final EmbeddedPostgres server;
    private final ProcessHandle postmaster;
    private final Map<String, String> passwords;
    private final Runnable afterClose;

    private LocalPostgres(EmbeddedPostgres server, Path data, Map<String, String> passwords, Runnable afterClose) {
        this.server = server;
        this.postmaster = postmaster(data);
        this.passwords = passwords;
        this.afterClose = afterClose;
    }

    /**
     * Starts a server whose data stays.
     *
     * @param directory where data, binaries, the superuser's password and the log ({@code postgresql.log}) live; made if
     *        missing
     * @param port the TCP port; 0 for a free one
     * @param passwords the password of each database's owner by the database's name (lower-case letters and underscores);
     *        databases and roles that are missing are made
     * @throws IllegalStateException when the port is taken
     * @throws UncheckedIOException when the server does not start; the log says why
     */
    public static LocalPostgres start(Path directory, int port, Map<String, String> passwords) {
        Path home = Directories.createPrivate(directory);
        if (port != 0 && Ports.isTaken(port)) {
            throw new IllegalStateException("Port " + port + " is taken: PostgreSQL cannot listen on it");
        }
        return start(home, home.resolve("binaries"), port, passwords, () -> {
        });
    }

    /**
     * Starts a server of a free port whose data is deleted with {@link #close()}, or when the JVM ends. The password of
     * each role is its name.
     */
    public static LocalPostgres temporary(String... databases) {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String database : databases) {
            passwords.put(database, database);
        }
        Path home = Directories.temporary("postgres");
        LocalPostgres postgres = start(home, SHARED_BINARIES, 0, passwords, () -> Directories.delete(home));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "close-postgres"));
        return postgres;
    }

    private static LocalPostgres start(Path home, Path binaries, int port, Map<String, String> passwords,
            Runnable afterClose) {
        // What goes wrong is thrown; what it logs besides is alarm about servers that were meant to be dead.
        Logs.silence("io.zonky.test");
        Path data = home.resolve("data");
        String password = Secrets.keptIn(home, PASSWORD_FILE);
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(Ports.orFree(port))
                    .setPGStartupWait(LONGEST_START)
                    .setConnectConfig("password", password)
                    // Options of initdb: the builder hands on whatever is named here.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", home.resolve(PASSWORD_FILE).toString())
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    // The builder turns the first three off unless told otherwise.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_prepared_transactions", "0")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(home.resolve("postgresql.log").toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(home.resolve("postgresql.log").toFile()))
                    .start();
            LocalPostgres postgres = new LocalPostgres(server, data, Map.copyOf(passwords), afterClose);
            passwords.forEach(postgres::provide);
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start; its log is " + home.resolve("postgresql.log"), e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** The address of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** The password of the role that owns the database; the role's name is the database's. */
    public String password(String database) {
        return Objects.requireNonNull(passwords.get(database), () -> "no database " + database);
    }

    /** A connection as the superuser, for what only the keeper of the cluster may do. */
    public Connection superuser(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    /** The server's main process. */
    public ProcessHandle process() {
        return postmaster;
    }

    /** Ends the server at once, as {@code kill -9} does; {@link #close()} is still needed. */
    public void kill() {
        List<ProcessHandle> children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        Processes.awaitEnd(postmaster, LONGEST_STOP);
        // They notice by themselves and leave; until then a new server would find their shared memory in use.
        children.forEach(child -> Processes.awaitEnd(child, LONGEST_STOP));
    }

    /** Stops the server: clients are cut off, what is committed is on disk. Closing twice is fine. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Processes.awaitEnd(postmaster, LONGEST_STOP)) {
            throw new IllegalStateException("PostgreSQL (process " + postmaster.pid() + ") did not stop");
        }
        afterClose.run();
    }

    private void provide(String database, String password) {
        if (!NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("not a database's name: " + database);
        }
        try (Connection connection = superuser("postgres"); Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + database + "'")) {
                statement.execute("create role \"" + database + "\" login");
            }
            statement.execute("alter role \"" + database + "\" password '" + password.replace("'", "''") + "'");
            statement.execute("alter role \"" + database + "\" set transaction_timeout = '" + TRANSACTION_TIMEOUT + "'");
            if (isMissing(statement, "select 1 from pg_database where datname = '" + database + "'")) {
                statement.execute("create database \"" + database + "\" owner \"" + database + "\"");
                statement.execute("revoke all on database \"" + database + "\" from public");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + database + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static ProcessHandle postmaster(Path data) {
        try {
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
            return ProcessHandle.of(pid)
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL ended right after its start"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
