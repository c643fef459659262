package io.serviceconcept.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Where everything of one platform lives: {@code postgresql kafka keycloak secrets logs run}. */
record DataFolder(Path path) {

    private static final String LAUNCHER = "launcher";

    Path of(Part part) {
        return path.resolve(part.label());
    }

    /** The log of a part; PostgreSQL writes to its own folder. */
    Path log(Part part) {
        return part == Part.POSTGRESQL ? of(part).resolve("postgresql.log")
                : path.resolve("logs").resolve(part.label() + ".log");
    }

    String password(String of) {
        return Secrets.keptIn(secrets(), of);
    }

    /** A key of 32 bytes in base64. */
    String key(String of) {
        return Secrets.keyKeptIn(secrets(), of);
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    PidFile pid(Part part) {
        return new PidFile(run().resolve(part.label() + ".pid"));
    }

    PidFile launcher() {
        return new PidFile(run().resolve(LAUNCHER + ".pid"));
    }

    /** What the launcher said when all was ready; there exactly while the platform is ready. */
    Path summary() {
        return run().resolve("ready");
    }

    Optional<String> readSummary() {
        try {
            return Optional.of(Files.readString(summary()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void writeSummary(String text) {
        try {
            // Whoever waits for the file must never read half of it.
            Path draft = Files.writeString(run().resolve("ready.draft"), text);
            Files.move(draft, summary(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deleteSummary() {
        Directories.delete(summary());
    }

    /**
     * The right to run a platform on this folder; it ends with {@link Ownership#close()} or with the process.
     *
     * @return empty when another platform runs on it
     */
    Optional<Ownership> own() {
        try {
            Directories.createPrivate(path);
            Directories.create(run());
            FileChannel channel = FileChannel.open(run().resolve(LAUNCHER + ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            launcher().write(ProcessHandle.current());
            return Optional.of(new Ownership(channel, launcher()));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Nullable
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private Path run() {
        return path.resolve("run");
    }

    record Ownership(FileChannel channel, PidFile launcher) implements AutoCloseable {

        @Override
        public void close() {
            launcher.delete();
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
