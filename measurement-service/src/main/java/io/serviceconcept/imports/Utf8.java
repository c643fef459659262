package io.serviceconcept.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** The encoding of files. */
final class Utf8 {

    private Utf8() {
    }

    /**
     * @throws CharacterCodingException when the bytes are not UTF-8
     */
    static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** The first character that is none, from 1. */
    static int brokenAt(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer before = CharBuffer.allocate(bytes.length);
        decoder.decode(ByteBuffer.wrap(bytes), before, true);
        return before.position() + 1;
    }

    /** Whether a file begins as one in UTF-16 or UTF-32 does: with their mark, or with half of a character being zero. */
    static boolean isOtherUnicode(byte[] beginning) {
        int length = Math.min(beginning.length, 4);
        for (int i = 0; i < length; i++) {
            if (beginning[i] == 0) {
                return true;
            }
        }
        if (length < 2) {
            return false;
        }
        int mark = (beginning[0] & 0xFF) << 8 | beginning[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE;
    }
}
