package io.serviceconcept.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How {@code java} runs a packaged service. Beside its jar may lie an AOT cache: its classes loaded and linked, and what was
 * learnt of them in a run under load. With it the service is ready sooner and compiled sooner; see docs/adr/0053.
 */
public final class ServiceJvm {

    private static final String CACHE = "app.aot";

    private ServiceJvm() {
    }

    /**
     * The arguments of a JVM that serves; it uses the cache if there is one.
     *
     * @param megabytes of heap at most
     */
    public static List<String> serving(Path jar, int megabytes) {
        return arguments(jar, megabytes, Files.exists(cache(jar)) ? List.of("-XX:AOTCache=" + cache(jar)) : List.of());
    }

    /**
     * The arguments of a JVM that serves and writes its cache when it is asked to stop, which takes it some ten seconds.
     *
     * @param megabytes of heap at most
     */
    public static List<String> training(Path jar, int megabytes) {
        return arguments(jar, megabytes, List.of("-XX:AOTCacheOutput=" + cache(jar)));
    }

    /** Where the cache of a service is: it is worth something beside this very jar only, and goes with it. */
    public static Path cache(Path jar) {
        return jar.resolveSibling(CACHE);
    }

    private static List<String> arguments(Path jar, int megabytes, List<String> cache) {
        List<String> arguments = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx" + megabytes + "m",
                "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        arguments.addAll(cache);
        arguments.addAll(List.of("-jar", jar.toString()));
        return arguments;
    }
}
