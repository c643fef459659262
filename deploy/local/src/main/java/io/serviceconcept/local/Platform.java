package io.serviceconcept.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The whole platform on this machine, all parts real: PostgreSQL and Keycloak as processes, Kafka in this JVM, the services
 * as processes from their packaged jars.
 *
 * <p>
 * Everything listens on 127.0.0.1 and keeps its data in one folder, which one platform at a time can use.
 */
public final class Platform implements AutoCloseable {

    /** A signal to a whole group of processes reaches the parts before it makes this JVM close the platform. */
    private static final long GRACE_MILLISECONDS = 700;

    private final PlatformOptions options;
    private final DataFolder folder;
    private final Map<Part, Integer> ports;
    private final Services services;
    private final Map<Part, RunningPart> running = new EnumMap<>(Part.class);
    private final List<ExampleLoader.Example> examples = new ArrayList<>();
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<PlatformFailure> failure = new CompletableFuture<>();
    private Optional<DataFolder.Ownership> ownership = Optional.empty();
    private volatile boolean closing;

    Platform(PlatformOptions options) {
        this.options = options;
        this.folder = new DataFolder(options.data());
        this.ports = resolved(options.ports());
        this.services = new Services(options.root(), folder, ports);
    }

    /**
     * Starts a platform; returns when every part is ready.
     *
     * @throws PlatformFailure when a part cannot be started; then nothing is left running
     */
    public static Platform start(PlatformOptions options) {
        Platform platform = new Platform(options);
        try {
            platform.start();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    /** The gateway's address, without a path. */
    public URI gateway() {
        return url(Part.GATEWAY);
    }

    /** The address of a part that speaks HTTP, without a path. */
    public URI url(Part part) {
        return URI.create("http://127.0.0.1:" + port(part));
    }

    public int port(Part part) {
        return ports.getOrDefault(part, part.defaultPort());
    }

    /** The issuer that the tokens name. */
    public String issuer() {
        return url(Part.KEYCLOAK) + "/realms/" + Realm.NAME;
    }

    /** Where tokens are asked for. */
    public URI tokenEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }

    /** Tokens for the realm's users. */
    public AccessTokens tokens() {
        return new AccessTokens(tokenEndpoint());
    }

    public String kafkaBootstrapServers() {
        return "127.0.0.1:" + port(Part.KAFKA);
    }

    /** The address of a service's database ({@code concept}, {@code measurement}, {@code journey}). */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port(Part.POSTGRESQL) + "/" + database;
    }

    /** The password of the role that owns the database; the role's name is the database's. */
    public String databasePassword(String database) {
        return folder.password("database-" + database);
    }

    /** The example concepts, if they were loaded. */
    public List<ExampleLoader.Example> examples() {
        return List.copyOf(examples);
    }

    /** The process a part runs in; for Kafka this one. Empty while the part is down. */
    public synchronized Optional<ProcessHandle> process(Part part) {
        return Optional.ofNullable(running.get(part)).map(RunningPart::process);
    }

    /** The file that a part logs to. */
    public Path log(Part part) {
        return folder.log(part);
    }

    /** Completes when a part has ended that nobody has stopped. */
    public CompletableFuture<PlatformFailure> failure() {
        return failure.copy();
    }

    /**
     * Ends a part as {@code kill -9} does and leaves it down.
     *
     * @throws UnsupportedOperationException for Kafka, which runs in this JVM
     */
    public void kill9(Part part) {
        forget(part).ifPresent(killed -> killed.kill().run());
    }

    /** Stops a part in good order and leaves it down. */
    public void stop(Part part) {
        forget(part).ifPresent(stopped -> stopped.stop().run());
    }

    /** Starts a part again, on its port and data; stops it first if it runs. Returns when it is ready. */
    public void restart(Part part) {
        stop(part);
        start(part);
    }

    /** Stops every part in good order. Closing twice is fine. */
    @Override
    public void close() {
        closing = true;
        starters.close();
        stopTogether(Part.SERVICES);
        stopTogether(Part.FOUNDATIONS);
        synchronized (this) {
            ownership.ifPresent(owned -> {
                folder.deleteSummary();
                owned.close();
            });
            ownership = Optional.empty();
        }
    }

    synchronized boolean runsAnything() {
        return !running.isEmpty();
    }

    void start() {
        synchronized (this) {
            ownership = Optional.of(folder.own().orElseThrow(
                    () -> new PlatformFailure("Another platform runs on " + folder.path() + ": ./platform status")));
        }
        List<Part> leftovers = new Leftovers(folder).stop();
        if (!leftovers.isEmpty()) {
            tell("Stopped what an earlier platform had left running: " + labels(leftovers));
        }
        Set<Part> chosenServices = chosen(Part.SERVICES);
        chosenServices.forEach(services::jar);
        options.parts().forEach(this::requireFreePort);
        startTogether(chosen(Part.FOUNDATIONS));
        startTogether(chosenServices);
        if (options.examples()) {
            loadExamples();
        }
    }

    private void loadExamples() {
        ExampleLoader.Target target = new ExampleLoader.Target(gateway(), tokens(),
                options.root().resolve("deploy").resolve("examples"), this::tell);
        try {
            for (ExampleLoader loader : ServiceLoader.load(ExampleLoader.class)) {
                examples.addAll(loader.load(target));
            }
        } catch (RuntimeException e) {
            throw new PlatformFailure("The examples could not be loaded: " + e.getMessage());
        }
    }

    private void startTogether(Collection<Part> parts) {
        ExecutorCompletionService<Part> started = new ExecutorCompletionService<>(starters);
        parts.forEach(part -> started.submit(() -> start(part), part));
        try {
            for (int ready = 0; ready < parts.size(); ready++) {
                started.take().get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PlatformFailure known) {
                throw known;
            }
            throw new PlatformFailure(String.valueOf(e.getCause()));
        } catch (RejectedExecutionException e) {
            throw new PlatformFailure("Stopped while starting.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted while starting.");
        }
    }

    private void start(Part part) {
        long began = System.nanoTime();
        switch (part) {
            case POSTGRESQL -> register(RunningPart.of(
                    LocalPostgres.start(folder.of(part), port(part), services.databases())));
            case KAFKA -> {
                LocalKafka kafka = LocalKafka.start(folder.of(part), port(part));
                register(RunningPart.of(kafka));
                kafka.createTopics(Services.TOPICS);
            }
            case KEYCLOAK -> {
                Path distribution = options.root().resolve("deploy/local/target");
                if (!KeycloakDistribution.isPreparedIn(distribution)) {
                    tell("Preparing Keycloak, once; this takes about half a minute…");
                }
                LocalKeycloak keycloak = LocalKeycloak.launch(distribution, folder.of(part), port(part), folder.log(part));
                register(RunningPart.of(keycloak));
                keycloak.awaitReady(() -> closing);
            }
            case CONCEPT_SERVICE, MEASUREMENT_SERVICE, JOURNEY_SERVICE, GATEWAY -> {
                ServerProcess server = services.start(part);
                register(RunningPart.of(part, server));
                server.awaitReady(services.readiness(part), () -> closing);
            }
        }
        if (closing) {
            return;
        }
        tell(String.format(Locale.ROOT, "✓ %-20s ready in %4.1f s  %s", part.label(),
                (System.nanoTime() - began) / 1e9, address(part)));
    }

    private synchronized void register(RunningPart started) {
        running.put(started.part(), started);
        folder.pid(started.part()).write(started.process());
        started.ended().thenRunAsync(() -> ended(started),
                CompletableFuture.delayedExecutor(GRACE_MILLISECONDS, TimeUnit.MILLISECONDS));
    }

    private synchronized void ended(RunningPart part) {
        if (!closing && running.get(part.part()) == part) {
            failure.complete(new PlatformFailure(part.part().label() + " ended unexpectedly; its log is "
                    + folder.log(part.part()), folder.log(part.part())));
        }
    }

    private synchronized Optional<RunningPart> forget(Part part) {
        folder.pid(part).delete();
        return Optional.ofNullable(running.remove(part));
    }

    private void stopTogether(Collection<Part> parts) {
        try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> forget(part).ifPresent(stopped -> stoppers.submit(stopped.stop())));
        }
    }

    private void requireFreePort(Part part) {
        if (Ports.isTaken(port(part))) {
            throw new PlatformFailure("Port " + port(part) + ", which " + part.label()
                    + " needs, is taken by another program: stop that, or choose another port with "
                    + part.portVariable() + "=" + (port(part) + 10000) % 65536 + " ./platform up");
        }
    }

    private Set<Part> chosen(Set<Part> among) {
        Set<Part> chosen = EnumSet.copyOf(among);
        chosen.retainAll(options.parts());
        return chosen;
    }

    private String address(Part part) {
        return switch (part) {
            case POSTGRESQL, KAFKA -> "127.0.0.1:" + port(part);
            case KEYCLOAK, CONCEPT_SERVICE, MEASUREMENT_SERVICE, JOURNEY_SERVICE, GATEWAY -> url(part).toString();
        };
    }

    private void tell(String line) {
        options.progress().accept(line);
    }

    private static String labels(List<Part> parts) {
        return String.join(", ", parts.stream().map(Part::label).toList());
    }

    private static Map<Part, Integer> resolved(Map<Part, Integer> wanted) {
        Map<Part, Integer> ports = new EnumMap<>(wanted);
        Set<Integer> used = new HashSet<>(wanted.values());
        ports.replaceAll((part, port) -> {
            int chosen = port;
            while (chosen == 0) {
                int free = Ports.free();
                chosen = used.add(free) ? free : 0;
            }
            return chosen;
        });
        return ports;
    }
}
