package io.serviceconcept.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** Passwords and keys that are generated once and kept in files that only their owner can read. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private Secrets() {
    }

    /** The password kept in a file of that name; made and kept on the first call. */
    static String keptIn(Path directory, String name) {
        return keptIn(directory, name, Secrets::generated);
    }

    /** A key of 32 bytes in base64, kept like a password. */
    static String keyKeptIn(Path directory, String name) {
        return keptIn(directory, name, () -> Base64.getEncoder().encodeToString(random(32)));
    }

    /** One at a time: parts that start side by side share a secret. Moved into place whole: a kill leaves none. */
    private static synchronized String keptIn(Path directory, String name, Supplier<String> generated) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                Directories.create(directory);
                Path written = Files.createTempFile(directory, name, ".new",
                        PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                Files.writeString(written, generated.get());
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The password file " + file + " cannot be used: " + e, e);
        }
    }

    private static String generated() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(24));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
