package io.serviceconcept.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.local.ExampleLoader.Target;
import io.serviceconcept.local.Platform;
import io.serviceconcept.local.PlatformFailure;
import io.serviceconcept.local.PlatformOptions;
import io.serviceconcept.local.examples.ExampleLoader;
import io.serviceconcept.local.examples.LoadedExample;

/**
 * The platform that all tests of this JVM share: free ports, data of its own, started by the first test that needs it.
 * What a test changes, it changes in a copy of an example that it loads for itself.
 */
final class TestPlatform {

    static final Path ROOT = Path.of(System.getProperty("platform.root", "../..")).toAbsolutePath().normalize();

    private static final Map<String, LoadedExample> LOADED = new HashMap<>();
    @Nullable
    private static Path data;
    @Nullable
    private static Platform platform;
    @Nullable
    private static PlatformFailure failure;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestPlatform::end, "stop-platform"));
    }

    private TestPlatform() {
    }

    static synchronized Platform running() {
        if (failure != null) {
            throw failure;
        }
        Platform known = platform;
        if (known == null) {
            known = start();
            platform = known;
        }
        return known;
    }

    static Target target() {
        return new Target(running().gateway(), running().tokens(), ROOT.resolve("deploy").resolve("examples"),
                System.out::println);
    }

    /** The municipality of the story itself; nobody may change it. */
    static LoadedExample municipality() {
        return loaded(ExampleLoader.MUNICIPALITY, "");
    }

    /** The online retailer of the story itself; nobody may change it. */
    static LoadedExample fashionForYou() {
        return loaded(ExampleLoader.FASHION_FOR_YOU, "");
    }

    /** A municipality of the test's own, within the same organisation. */
    static LoadedExample copyOfMunicipality(String copy) {
        return loaded(ExampleLoader.MUNICIPALITY, copy);
    }

    /** Stops every part and starts them again on the same data, on other ports. */
    static synchronized void restart() {
        stop();
        running();
    }

    private static Platform start() {
        try {
            return Platform.start(PlatformOptions.isolated(ROOT, data()).withProgress(System.out::println));
        } catch (PlatformFailure e) {
            // What is not built or does not start fails every test at once, not each after a while.
            failure = e;
            throw e;
        }
    }

    private static synchronized LoadedExample loaded(String file, String copy) {
        ExampleLoader loader = new ExampleLoader();
        return LOADED.computeIfAbsent(file + " " + copy,
                key -> copy.isEmpty() ? loader.load(target(), file) : loader.loadCopy(target(), file, copy));
    }

    private static synchronized void stop() {
        if (platform != null) {
            platform.close();
            platform = null;
        }
    }

    /** Leaves the logs for who wants to know, and nothing else. */
    private static synchronized void end() {
        stop();
        if (data != null) {
            Stream.of("postgresql", "kafka", "keycloak", "secrets", "run").map(data::resolve).forEach(TestPlatform::delete);
        }
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path data() {
        Path known = data;
        if (known == null) {
            try {
                Path target = Files.createDirectories(ROOT.resolve("deploy").resolve("acceptance").resolve("target"));
                known = Files.createTempDirectory(target, "platform-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            data = known;
        }
        return known;
    }
}
