package io.serviceconcept.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.local.ExampleLoader.Target;
import io.serviceconcept.local.Platform;
import io.serviceconcept.local.PlatformOptions;
import io.serviceconcept.local.examples.ExampleLoader;
import io.serviceconcept.local.examples.LoadedExample;

/**
 * The platform that all tests of this JVM share: free ports, data of its own, started by the first test that needs it.
 * What a test changes, it changes in a copy of an example that it loads for itself.
 */
final class TestPlatform {

    static final Path ROOT = Path.of(System.getProperty("project.root", "../..")).toAbsolutePath().normalize();

    private static final Map<String, LoadedExample> LOADED = new HashMap<>();
    @Nullable
    private static Path data;
    @Nullable
    private static Platform platform;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestPlatform::stop, "stop-platform"));
    }

    private TestPlatform() {
    }

    static synchronized Platform running() {
        Platform known = platform;
        if (known == null) {
            known = Platform.start(PlatformOptions.isolated(ROOT, data()).withProgress(System.out::println));
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
