package io.serviceconcept.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak as it is published, unpacked and optimised once; every later start then takes half the time. */
final class KeycloakDistribution {

    /** What all its JVMs need; the rest of what its own script sets is for servers under load. */
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx384m", "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError", "-Duser.language=en", "-Duser.country=US", "-Dfile.encoding=UTF-8",
            "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");

    private final Path home;

    private KeycloakDistribution(Path home) {
        this.home = home;
    }

    Path home() {
        return home;
    }

    /**
     * The distribution, prepared on the first call. Several processes may ask at once; one of them does the work.
     *
     * @param folder where the build has put the archive, and where the prepared distribution is kept
     * @throws PlatformFailure when the archive is missing
     */
    static synchronized KeycloakDistribution in(Path folder) {
        Path home = home(folder);
        try (FileChannel channel = FileChannel.open(Directories.create(folder).resolve("keycloak.lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(home)) {
                prepare(folder, folder.resolve("keycloak-quarkus-dist-" + version() + ".zip"), home);
            }
            return new KeycloakDistribution(home);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be prepared in " + folder + ": " + e.getMessage(), e);
        }
    }

    static boolean isPreparedIn(Path folder) {
        return Files.isDirectory(home(folder));
    }

    /**
     * The arguments of {@code java} that run it.
     *
     * @param serverHome where it looks for {@code conf} and {@code data}
     */
    List<String> arguments(Path serverHome, String... options) {
        List<String> arguments = new ArrayList<>(JVM);
        arguments.add("-Dkc.home.dir=" + serverHome);
        arguments.add("-Djboss.server.config.dir=" + serverHome.resolve("conf"));
        arguments.add("-cp");
        arguments.add(home.resolve("lib").resolve("quarkus-run.jar").toString());
        arguments.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        arguments.addAll(List.of(options));
        return arguments;
    }

    private static void prepare(Path folder, Path archive, Path home) throws IOException {
        if (!Files.exists(archive)) {
            throw new PlatformFailure(
                    "Keycloak's archive " + archive + " is missing: build deploy/local (./platform up does).");
        }
        Path unfinished = folder.resolve("keycloak-unfinished");
        Directories.delete(unfinished);
        unpack(archive, unfinished);
        Path log = folder.resolve("keycloak-build.log");
        int exit = build(new KeycloakDistribution(unfinished), log);
        if (exit != 0) {
            throw new PlatformFailure("Keycloak's build ended with exit code " + exit + "; its log is " + log, log);
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static int build(KeycloakDistribution distribution, Path log) {
        ServerProcess build = ServerProcess.start("Keycloak's build",
                distribution.arguments(distribution.home(), "build", "--db=dev-file"), Map.of(), log);
        return build.awaitEnd();
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(archive); ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (name.getNameCount() < 2) {
                    continue;
                }
                Path unpacked = target.resolve(name.subpath(1, name.getNameCount())).normalize();
                if (!unpacked.startsWith(target)) {
                    throw new IOException(archive + " names a file outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(unpacked);
                } else {
                    Files.createDirectories(unpacked.getParent());
                    Files.copy(zip, unpacked);
                }
            }
        }
    }

    private static Path home(Path folder) {
        return folder.resolve("keycloak-" + version());
    }

    private static String version() {
        Properties versions = new Properties();
        try (InputStream file = KeycloakDistribution.class.getResourceAsStream("versions.properties")) {
            versions.load(file);
            return versions.getProperty("keycloak");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
