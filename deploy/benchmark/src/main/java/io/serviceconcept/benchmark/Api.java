package io.serviceconcept.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The API of one address, called as by a careful frontend: what is not answered as expected ends the row. */
final class Api implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;

    Api(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Makes something and answers its path. */
    String create(String path, String body) throws Exception {
        return send(to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)), 201)
                .headers().firstValue("Location").orElseThrow();
    }

    /** Makes or changes something in the version in which another path shows it. */
    void change(String method, String path, String seenAt, String body) throws Exception {
        HttpResponse<byte[]> seen = send(to(seenAt).GET(), 200);
        send(to(path).header("If-Match", seen.headers().firstValue("ETag").orElseThrow())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body)),
                200, 201, 204);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request, Integer... expected) throws Exception {
        HttpRequest built = request.build();
        HttpResponse<byte[]> response = client.send(built, HttpResponse.BodyHandlers.ofByteArray());
        if (!List.of(expected).contains(response.statusCode())) {
            throw new IllegalStateException(built.method() + " " + built.uri() + " was answered " + response.statusCode()
                    + ": " + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return response;
    }

    JsonNode get(String path) throws Exception {
        return json(bytes(path));
    }

    byte[] bytes(String path) throws Exception {
        return send(to(path).GET(), 200).body();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    /** Tries again while something that is told by another service is not known yet. */
    void eventually(Attempt attempt) throws Exception {
        List<Exception> failures = new ArrayList<>();
        while (failures.size() < 100) {
            try {
                attempt.run();
                return;
            } catch (IllegalStateException e) {
                failures.add(e);
                java.util.concurrent.TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw failures.getLast();
    }

    /** Something that may be too early. */
    @FunctionalInterface
    interface Attempt {
        void run() throws Exception;
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
