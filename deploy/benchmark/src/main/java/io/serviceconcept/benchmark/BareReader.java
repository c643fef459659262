package io.serviceconcept.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.agroal.api.AgroalDataSource;

/** Reads a row by its key and answers what it holds, with nothing around it: no token, no checks, no headers. */
final class BareReader implements AutoCloseable {

    private static final int ROWS = 100;
    private static final int ASKED = 7;

    private final AgroalDataSource pool;
    private final HttpServer server;

    BareReader(Database database, byte[] content) throws SQLException, IOException {
        this.pool = database.pool(2);
        store(content);
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    HttpRequest request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getAddress().getPort())).build();
    }

    private void store(byte[] content) throws SQLException {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table answer (id int primary key, content bytea not null)");
            try (PreparedStatement insert = connection.prepareStatement("insert into answer values (?, ?)")) {
                for (int id = 0; id < ROWS; id++) {
                    insert.setInt(1, id);
                    insert.setBytes(2, content);
                    insert.executeUpdate();
                }
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] content = read();
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private byte[] read() throws IOException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("select content from answer where id = ?")) {
            statement.setInt(1, ASKED);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        pool.close();
    }
}
