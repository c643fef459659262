package io.serviceconcept.imports;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.serviceconcept.eventsourcing.http.Problem;

/**
 * A file on its way in: decompressed if it is compressed, and never more of it than is allowed. Nothing is kept.
 */
final class UploadedBytes {

    /** Below it, however well it was compressed, a file does no harm. */
    private static final long HARMLESS = 10L << 20;

    private final Counted sent;
    private final InputStream file;
    private final long largest;
    private final int maxCompression;
    private long length;

    /**
     * @param gzip whether the body is compressed
     */
    UploadedBytes(InputStream body, boolean gzip, ImportConfig config) throws IOException {
        this.sent = new Counted(body);
        this.largest = config.maxFileSize().asLongValue();
        this.maxCompression = config.maxCompression();
        this.file = gzip ? opened(sent) : sent;
    }

    private static InputStream opened(InputStream compressed) throws IOException {
        try {
            return new GZIPInputStream(compressed, 1 << 16);
        } catch (ZipException | EOFException e) {
            throw broken();
        }
    }

    /**
     * Fills the buffer, except at the end of the file.
     *
     * @return how much of it
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 413 when the file is too large, 400 when it cannot be
     *         decompressed
     */
    int read(byte[] buffer) throws IOException {
        int count;
        try {
            count = file.readNBytes(buffer, 0, buffer.length);
        } catch (ZipException | EOFException e) {
            throw broken();
        }
        length += count;
        if (length > largest) {
            throw Problem.of(413, "too-large", "Too large", "A file holds at most " + largest + " bytes, decompressed.")
                    .exception();
        }
        if (length > HARMLESS && length / maxCompression > sent.count) {
            throw Problem.of(413, "compressed-too-much", "Compressed too much",
                    "A file may become at most " + maxCompression + " times as long when it is decompressed.").exception();
        }
        return count;
    }

    /** Bytes so far, decompressed. */
    long length() {
        return length;
    }

    /** A hash of what was sent, once all of it was read. */
    String fingerprint() {
        return HexFormat.of().formatHex(sent.digest.digest());
    }

    private static RuntimeException broken() {
        return Problem.of(400, "broken-compression", "Broken compression",
                "The body is not what Content-Encoding says: it cannot be decompressed to its end.").exception();
    }

    private static final class Counted extends FilterInputStream {

        private final MessageDigest digest;
        private long count;

        Counted(InputStream in) {
            super(in);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            if (read > 0) {
                count += read;
                digest.update(buffer, from, read);
            }
            return read;
        }
    }
}
