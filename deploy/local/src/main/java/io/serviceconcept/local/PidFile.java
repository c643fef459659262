package io.serviceconcept.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers a process by its id and the time of its start: ids are used again, the two together are not. */
record PidFile(Path path) {

    /** The clock of process starts ticks in hundredths of a second and can be corrected while the machine runs. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    void write(ProcessHandle process) {
        long started = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, process.pid() + "\n" + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, if it is the one that was remembered and still runs. */
    Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(path);
            return lines.size() < 2 ? Optional.empty()
                    : running(Long.parseLong(lines.get(0)), Instant.ofEpochMilli(Long.parseLong(lines.get(1))));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void delete() {
        Directories.delete(path);
    }

    static Optional<ProcessHandle> running(long pid, Instant started) {
        return ProcessHandle.of(pid).filter(Processes::runs).filter(process -> process.info().startInstant()
                .map(instant -> Duration.between(instant, started).abs().compareTo(TOLERANCE) <= 0).orElse(false));
    }
}
