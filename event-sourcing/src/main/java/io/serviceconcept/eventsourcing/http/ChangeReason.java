package io.serviceconcept.eventsourcing.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Why somebody changes something: a header, since a DELETE and many a PUT have no body to say it in. What is not ASCII, and the
 * percent sign itself, is percent-encoded UTF-8 (RFC 3986, as in RFC 8187).
 */
final class ChangeReason {

    static final String HEADER = "Change-Reason";
    /** Characters (code points), decoded and without the white space around them. */
    static final int MOST = 1_000;

    private ChangeReason() {
    }

    /**
     * @param header as it was sent
     * @throws InvalidInput when it is empty, too long, wrongly encoded, or holds control characters
     */
    static @Nullable String of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String reason = decoded(header).strip();
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > MOST) {
            throw new InvalidInput("", "Change-Reason has 1-1,000 characters");
        }
        if (reason.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput("", "Change-Reason has no control characters");
        }
        return reason;
    }

    private static String decoded(String header) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(header.length());
        try {
            for (int i = 0; i < header.length(); i++) {
                char c = header.charAt(i);
                if (c == '%') {
                    bytes.write(HexFormat.fromHexDigits(header, i + 1, i + 3));
                    i += 2;
                } else if (c > 0x7f) {
                    throw wronglyEncoded();
                } else {
                    bytes.write(c);
                }
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | CharacterCodingException e) {
            throw wronglyEncoded();
        }
    }

    private static InvalidInput wronglyEncoded() {
        return new InvalidInput("", "Change-Reason is percent-encoded UTF-8; a percent sign is %25");
    }
}
