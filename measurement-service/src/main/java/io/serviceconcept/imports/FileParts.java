package io.serviceconcept.imports;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The parts in which a file is stored: of equal length but the last, and compressed, because lines resemble each other. */
final class FileParts {

    /** Bytes of a part, decompressed. */
    static final int LENGTH = 1 << 19;

    private FileParts() {
    }

    static byte[] compress(byte[] bytes, int length) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream(length / 4);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                compressed.write(buffer, 0, deflater.deflate(buffer));
            }
            return compressed.toByteArray();
        }
    }

    /** @return how many bytes it was, written from {@code at} on */
    static int decompress(byte[] compressed, byte[] into, int at) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(compressed);
            int length = 0;
            while (!inflater.finished()) {
                int count = inflater.inflate(into, at + length, into.length - at - length);
                if (count == 0 && !inflater.finished()) {
                    throw new IllegalStateException("a part is longer than a part is");
                }
                length += count;
            }
            return length;
        } catch (DataFormatException e) {
            throw new IllegalStateException("a part was not stored as it was written", e);
        }
    }
}
