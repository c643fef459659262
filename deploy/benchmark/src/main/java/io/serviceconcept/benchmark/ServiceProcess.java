package io.serviceconcept.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.serviceconcept.local.ServiceJvm;

/** A service as it is built, in a process of its own with the memory that it has on one machine. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final long PAUSE_MILLISECONDS = 100;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final Duration LONGEST_WRITING_OF_A_CACHE = Duration.ofMinutes(3);
    private static final int HEAP_MEGABYTES = 512;
    private static final String PEAK = "VmHWM:";

    private final String name;
    private final int port;
    private final Process process;
    private final Duration longestStop;

    private ServiceProcess(String name, int port, Process process, Duration longestStop) {
        this.name = name;
        this.port = port;
        this.process = process;
        this.longestStop = longestStop;
    }

    /**
     * Returns when it serves.
     *
     * @param home the folder of this module; what the service says is logged in its {@code target}
     */
    static ServiceProcess start(String name, Path jar, Path home, Map<String, String> environment) throws Exception {
        return start(name, ServiceJvm.serving(jar, HEAP_MEGABYTES), home, environment, LONGEST_STOP);
    }

    /** As {@link #start}; when it is closed, it leaves an AOT cache beside its jar. */
    static ServiceProcess train(String name, Path jar, Path home, Map<String, String> environment) throws Exception {
        return start(name, ServiceJvm.training(jar, HEAP_MEGABYTES), home, environment, LONGEST_WRITING_OF_A_CACHE);
    }

    private static ServiceProcess start(String name, List<String> arguments, Path home, Map<String, String> environment,
            Duration longestStop) throws Exception {
        int port = freePort();
        Path target = home.resolve("target");
        Path log = (Files.isDirectory(target) ? target : home).resolve(Path.of(name).getFileName() + ".log");
        String java = ProcessHandle.current().info().command().orElse("java");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(java), arguments.stream()).toList())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", Integer.toString(port)));
        ServiceProcess service = new ServiceProcess(name, port, builder.start(), longestStop);
        try {
            service.awaitReady();
            return service;
        } catch (Exception e) {
            service.close();
            throw e;
        }
    }

    /** What a service with a database needs to know of it. */
    static Map<String, String> database(Database database) {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", database.url(), "QUARKUS_DATASOURCE_USERNAME", Server.ROLE,
                "QUARKUS_DATASOURCE_PASSWORD", Server.ROLE);
    }

    int port() {
        return port;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The most memory it ever had, in megabytes; 0 where the system does not tell. */
    long peakMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith(PEAK))
                .mapToLong(line -> Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip()) / 1024).sum();
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException(name + " did not start; see its log");
                }
                process.waitFor(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create(address() + "/q/health/ready")).build();
        try {
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(longestStop)) {
            process.destroyForcibly().waitFor();
        }
    }
}
