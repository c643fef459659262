package io.serviceconcept.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** NDJSON of responses to a survey, spread over the last months; no two files have one in common. */
final class ResponsesFile implements AutoCloseable {

    private static final Duration SPREAD = Duration.ofDays(300);

    private final Path path;

    private ResponsesFile(Path path) {
        this.path = path;
    }

    static ResponsesFile written(String prefix, int lines) throws IOException {
        Path path = Files.createTempFile("responses", ".ndjson");
        Instant now = Instant.now();
        try (BufferedWriter writer = Files.newBufferedWriter(path)) {
            for (int line = 0; line < lines; line++) {
                Instant at = now.minusSeconds(SPREAD.toSeconds() * line / lines);
                writer.write(Survey.response(prefix + "-" + line, at, Survey.mark(line)));
                writer.write('\n');
            }
        }
        return new ResponsesFile(path);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
