package io.serviceconcept.imports;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import io.serviceconcept.eventsourcing.PassingKeys;

/**
 * The parts in which a file is stored: of equal length but the last, compressed, because lines resemble each other, and then
 * sealed, because they are about people.
 */
record FileParts(PassingKeys.Key key) {

    /** Bytes of a part, decompressed. */
    static final int LENGTH = 1 << 19;

    byte[] stored(int number, byte[] bytes, int length) {
        return key.seal(place(number), compressed(bytes, length));
    }

    /** @return how many bytes it was, written from {@code at} on */
    int read(int number, byte[] stored, byte[] into, int at) {
        return decompress(key.open(place(number), stored), into, at);
    }

    private static String place(int number) {
        return "part " + number;
    }

    private static byte[] compressed(byte[] bytes, int length) {
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

    private static int decompress(byte[] compressed, byte[] into, int at) {
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
