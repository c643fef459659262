package io.serviceconcept.eventsourcing.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM of this suite with the test's own class path. It ends with the test, whatever happens to that. */
final class ChildProcess implements AutoCloseable {

    private static final String BEGINS = "--- a life begins";

    private final String name;
    private final Class<?> main;
    private final Path log;
    private final List<Process> lives = new ArrayList<>();

    ChildProcess(String name, Class<?> main, Path folder) {
        this.name = name;
        this.main = main;
        this.log = folder.resolve(name + ".log");
    }

    void start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-cp",
                System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            Files.writeString(log, BEGINS + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            lives.add(new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    /** How often it was started. */
    int lives() {
        return lives.size();
    }

    /** @throws IllegalStateException when it ended by itself */
    void assertAlive() {
        if (!process().isAlive()) {
            throw new IllegalStateException(name + " ended by itself with " + process().exitValue() + ", see " + log);
        }
    }

    /** Whether it said so in this life. */
    boolean hasSaid(String words) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return all.subList(all.lastIndexOf(BEGINS) + 1, all.size()).stream().anyMatch(line -> line.contains(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(char command) {
        try {
            OutputStream input = process().getOutputStream();
            input.write(command);
            input.flush();
        } catch (IOException e) {
            // it was killed meanwhile; its successor is told
            return;
        }
    }

    /** Lets it end in good order. */
    boolean end(int seconds) throws IOException, InterruptedException {
        process().getOutputStream().close();
        return process().waitFor(seconds, TimeUnit.SECONDS);
    }

    /** As {@code kill -9} does. */
    void kill() {
        process().destroyForcibly();
        process().onExit().join();
    }

    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            int exit = new ProcessBuilder("kill", signal, Long.toString(process().pid())).start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill " + signal + " of " + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process process() {
        return lives.getLast();
    }

    @Override
    public void close() {
        lives.forEach(Process::destroyForcibly);
    }
}
