package io.serviceconcept.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of a platform whose launcher was killed before it could stop them. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataFolder folder;

    Leftovers(DataFolder folder) {
        this.folder = folder;
    }

    /** Stops them; to be called only while no launcher runs on the folder. Returns the parts that still ran. */
    List<Part> stop() {
        List<Part> stopped = new ArrayList<>();
        for (Part part : Stream.concat(Part.SERVICES.stream(), Stream.of(Part.KEYCLOAK)).toList()) {
            folder.pid(part).process().ifPresent(process -> {
                process.destroy();
                await(process);
                stopped.add(part);
            });
            folder.pid(part).delete();
        }
        // Kafka ran inside the launcher and went with it.
        folder.pid(Part.KAFKA).delete();
        postmaster().ifPresent(process -> {
            interrupt(process);
            await(process);
            stopped.add(Part.POSTGRESQL);
        });
        folder.pid(Part.POSTGRESQL).delete();
        folder.deleteSummary();
        return stopped;
    }

    /** PostgreSQL's own record of its main process: id in the first line, seconds since 1970 in the third. */
    private Optional<ProcessHandle> postmaster() {
        Path record = folder.of(Part.POSTGRESQL).resolve("data").resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(record);
            return lines.size() < 3 ? Optional.empty()
                    : PidFile.running(Long.parseLong(lines.get(0).strip()),
                            Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The signal on which PostgreSQL cuts its clients off and stops in good order; Java can only send the patient one. */
    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(ProcessHandle process) {
        if (!Processes.awaitEnd(process, PATIENCE)) {
            process.destroyForcibly();
            Processes.awaitEnd(process, PATIENCE);
        }
    }
}
