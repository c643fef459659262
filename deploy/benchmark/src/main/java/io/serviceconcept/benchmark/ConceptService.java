package io.serviceconcept.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.serviceconcept.local.LocalKafka;

/** A concept-service as it is built, in a process of its own, with a broker and tokens that only it believes. */
final class ConceptService implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final long PAUSE_MILLISECONDS = 200;
    private static final String ISSUER = "https://identity.bench";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalKafka kafka = LocalKafka.temporary("concept-events", "journey-events", "measurement-events");
    private final KeyPair keys;
    private final int port;
    private final Process process;

    private ConceptService(Path jar, Database database, Path home) throws Exception {
        this.keys = keys();
        this.port = freePort();
        ProcessBuilder command = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"), "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("target").toFile().isDirectory()
                        ? home.resolve("target/concept-service.log").toFile()
                        : home.resolve("concept-service.log").toFile());
        command.environment().putAll(Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(), "QUARKUS_DATASOURCE_USERNAME", Server.ROLE,
                "QUARKUS_DATASOURCE_PASSWORD", Server.ROLE, "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "QUARKUS_OIDC_PUBLIC_KEY", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                "QUARKUS_OIDC_TOKEN_ISSUER", ISSUER));
        this.process = command.start();
    }

    /** Returns when it serves. */
    static ConceptService start(Path jar, Database database, Path home) throws Exception {
        ConceptService service = new ConceptService(jar, database, home);
        try {
            service.awaitReady();
            return service;
        } catch (Exception e) {
            service.close();
            throw e;
        }
    }

    /** Makes a concept of a document and answers its path. */
    String imported(String document) throws Exception {
        HttpResponse<String> response = client.send(to("/v1/concepts/imports").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IllegalStateException(response.body());
        }
        return response.headers().firstValue("Location").orElseThrow();
    }

    byte[] get(String path) throws Exception {
        HttpResponse<byte[]> response = client.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    HttpRequest request(String path) throws GeneralSecurityException {
        return to(path).GET().build();
    }

    private HttpRequest.Builder to(String path) throws GeneralSecurityException {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization",
                "Bearer " + token());
    }

    private String token() throws GeneralSecurityException {
        String claims = """
                {"iss": "%s", "aud": "service-concept-api", "sub": "bench", "upn": "bench", "iat": %d, "exp": %d,
                 "organisation": "bench", "realm_access": {"roles": ["manager"]}}"""
                .formatted(ISSUER, Instant.now().getEpochSecond(),
                        Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
        String signed = base64("{\"alg\": \"RS256\", \"typ\": \"JWT\"}".getBytes(StandardCharsets.UTF_8)) + '.'
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + '.' + base64(signature.sign());
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the concept-service did not start; see its log");
            }
            process.waitFor(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready")).build();
        try {
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        client.close();
        kafka.close();
    }
}
