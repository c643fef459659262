package io.serviceconcept.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.FileHandler;

/**
 * What the script {@code platform} runs: {@code up}, {@code down}, {@code status}, {@code running} and {@code reset} of the
 * platform in one data folder.
 *
 * <p>
 * Arguments: the command, the project's root, the data folder and, for {@code up}, the labels of the parts to start if not
 * all. Exit codes: 0 done, 1 it failed and one line says why, 2 wrong use; {@code status} and {@code running} answer 3 when
 * nothing runs.
 */
final class Launcher {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int NOT_RUNNING = 3;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(90);

    private final Path root;
    private final DataFolder folder;

    private Launcher(Path root, DataFolder folder) {
        this.root = root;
        this.folder = folder;
    }

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        if (arguments.length < 3) {
            fail("usage: up|down|status|running|reset <root> <data> [part…]");
            System.exit(WRONG_USE);
        }
        Launcher launcher = new Launcher(Path.of(arguments[1]),
                new DataFolder(Path.of(arguments[2]).toAbsolutePath().normalize()));
        try {
            System.exit(launcher.run(arguments[0], List.of(arguments).subList(3, arguments.length)));
        } catch (PlatformFailure e) {
            report(e);
            System.exit(FAILED);
        } catch (RuntimeException e) {
            // Kafka's threads would keep a failed launcher alive.
            e.printStackTrace();
            System.exit(FAILED);
        }
    }

    private int run(String command, List<String> rest) {
        return switch (command) {
            case "up" -> up(parts(rest));
            case "down" -> down();
            case "status" -> new Status(folder).print() ? 0 : NOT_RUNNING;
            case "running" -> running();
            case "reset" -> reset();
            default -> throw new PlatformFailure("There is no command " + command + ".");
        };
    }

    private int up(Set<Part> parts) {
        Optional<ProcessHandle> other = folder.launcher().process();
        if (other.isPresent()) {
            return awaitReady(other.get());
        }
        logTo(folder.log(Part.KAFKA));
        PlatformOptions options = PlatformOptions.usual(root, folder.path(), System.getenv(), Launcher::say).withParts(parts)
                .withExamples(parts.containsAll(EnumSet.allOf(Part.class)));
        Platform platform = new Platform(options);
        Thread closing = new Thread(() -> close(platform), "close-platform");
        Runtime.getRuntime().addShutdownHook(closing);
        platform.start();
        String summary = new Summary(platform, folder).text();
        folder.writeSummary(summary);
        say(summary);
        report(platform.failure().join());
        return FAILED;
    }

    private void close(Platform platform) {
        if (platform.runsAnything()) {
            say("Stopping…");
        }
        platform.close();
    }

    private int down() {
        Optional<ProcessHandle> launcher = folder.launcher().process();
        launcher.ifPresent(process -> {
            process.destroy();
            if (!Processes.awaitEnd(process, LONGEST_STOP)) {
                process.destroyForcibly();
                Processes.awaitEnd(process, LONGEST_STOP);
            }
        });
        List<Part> leftovers = stopLeftovers();
        say(launcher.isPresent() || !leftovers.isEmpty() ? "The platform is stopped." : "The platform was not running.");
        return 0;
    }

    private int awaitReady(ProcessHandle other) {
        say("The platform runs already, or is being started (process " + other.pid() + ").");
        while (folder.readSummary().isEmpty()) {
            if (Processes.awaitEnd(other, Duration.ofMillis(200))) {
                throw new PlatformFailure("The platform that was being started has ended; see ./platform logs");
            }
        }
        folder.readSummary().ifPresent(Launcher::say);
        return 0;
    }

    private int running() {
        return folder.launcher().process().map(process -> {
            say(folder.readSummary().orElse("The platform is being started (process " + process.pid() + ")."));
            return 0;
        }).orElse(NOT_RUNNING);
    }

    private int reset() {
        down();
        for (Part part : Part.values()) {
            Directories.delete(folder.of(part));
        }
        for (String name : List.of("secrets", "logs", "run")) {
            Directories.delete(folder.path().resolve(name));
        }
        say("The data is deleted.");
        return 0;
    }

    private List<Part> stopLeftovers() {
        try (DataFolder.Ownership ownership = folder.own()
                .orElseThrow(() -> new PlatformFailure("A platform that cannot be stopped runs on " + folder.path() + "."))) {
            return new Leftovers(folder).stop();
        }
    }

    private static Set<Part> parts(List<String> labels) {
        if (labels.isEmpty()) {
            return EnumSet.allOf(Part.class);
        }
        return labels.stream().map(label -> Part.labelled(label).orElseThrow(() -> new PlatformFailure(
                "There is no part " + label + "; the parts are " + Arrays.stream(Part.values()).map(Part::label)
                        .collect(Collectors.joining(", ")) + ".")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    /** Kafka is the only part in this JVM, and so the only one that logs here. */
    private static void logTo(Path log) {
        LogFiles.begin(log);
        Logger root = LogContext.getLogContext().getLogger("");
        root.clearHandlers();
        try {
            root.addHandler(
                    new FileHandler(new PatternFormatter("%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c] %s%e%n"), log.toFile(), true));
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + log + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void report(PlatformFailure failure) {
        fail("✗ " + failure.getMessage());
        failure.lastLines().forEach(line -> fail("  | " + line));
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static void fail(String line) {
        System.err.println(line);
    }
}
