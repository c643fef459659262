package io.serviceconcept.invitation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes invitations down so that nobody else can: the batch, the number and the organisation, and the HMAC-SHA-256 of
 * them, in base64url.
 */
final class InvitationSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte FORMAT = 1;
    private static final int KEY_BYTES = 32;
    private static final int MAC_BYTES = 32;
    private static final int FIXED = 1 + 2 * Long.BYTES + Integer.BYTES;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{71,205}");
    private static final Pattern ORGANISATION = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when it is not 32 bytes in base64 */
    InvitationSeal(String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("invitations.key is not " + KEY_BYTES + " bytes in base64");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    String write(Invitation invitation) {
        byte[] organisation = invitation.organisation().getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(FIXED + organisation.length).put(FORMAT)
                .putLong(invitation.batch().getMostSignificantBits())
                .putLong(invitation.batch().getLeastSignificantBits()).putInt(invitation.number()).put(organisation)
                .array();
        byte[] mac = mac(content);
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(content.length + mac.length).put(content).put(mac).array());
    }

    /** Empty when it was not written here with this key. */
    Optional<Invitation> read(String token) {
        if (!SHAPE.matcher(token).matches()) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, bytes.length - MAC_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, bytes.length - MAC_BYTES, bytes.length);
        if (content.length <= FIXED || content[0] != FORMAT || !MessageDigest.isEqual(mac, mac(content))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content, 1, content.length - 1);
        UUID batch = new UUID(fields.getLong(), fields.getLong());
        int number = fields.getInt();
        String organisation = new String(content, FIXED, content.length - FIXED, StandardCharsets.UTF_8);
        Invitation invitation = new Invitation(organisation, batch, number);
        // base64 lets the last character be written in several ways, and an invitation is written in one
        return ORGANISATION.matcher(organisation).matches() && write(invitation).equals(token) ? Optional.of(invitation)
                : Optional.empty();
    }

    private byte[] mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
