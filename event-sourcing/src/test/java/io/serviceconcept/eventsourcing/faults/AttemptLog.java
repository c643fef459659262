package io.serviceconcept.eventsourcing.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.StreamId;

/**
 * What one thread of the writer attempted and was answered, one line each, written to the file before anything else is
 * done. A line that a kill has torn lacks its full stop.
 */
final class AttemptLog implements AutoCloseable {

    /** Consecutive marks for one stream. */
    record Part(StreamId stream, long firstMark, int count) {
    }

    private final FileChannel file;

    AttemptLog(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            file.write(ByteBuffer.wrap(new byte[] { '\n' }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param key the idempotency key, null without one */
    void attempt(@Nullable String key, List<Part> parts) {
        begin(key == null ? "-" : key, parts);
    }

    /** Parts of which each is stored or not by itself. */
    void attemptEach(List<Part> parts) {
        begin("+", parts);
    }

    private void begin(String key, List<Part> parts) {
        write("T " + key + ' ' + parts.stream().map(p -> p.stream().name() + ':' + p.firstMark() + ':' + p.count())
                .collect(Collectors.joining(" ")));
    }

    void acknowledged(List<AppendOutcome.Stored> events) {
        write("A " + events.stream().map(e -> e.version() + ":" + e.id()).collect(Collectors.joining(" ")));
    }

    /** Acknowledged without being told ids and versions. */
    void acknowledged() {
        write("K");
    }

    /** Each part was answered by itself: created or not. */
    void created(List<Boolean> answers) {
        write("C " + answers.stream().map(created -> created ? "1" : "0").collect(Collectors.joining(" ")));
    }

    void refused() {
        write("R");
    }

    void unknown() {
        write("U");
    }

    private void write(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + " .\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
