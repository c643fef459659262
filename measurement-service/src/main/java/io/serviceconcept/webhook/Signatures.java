package io.serviceconcept.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;

/** Whether a body comes from who it says it comes from. Nothing of it has been parsed before. */
final class Signatures {

    private Signatures() {
    }

    /** What became of a check. */
    enum Verified {
        GENUINE,
        /** Not signed, or with no secret that is valid. */
        NOT_GENUINE,
        /** Signed too long ago, or by a clock that is ahead. */
        STALE
    }

    /**
     * What a tool sent along with a body that is signed by Standard Webhooks.
     *
     * @param timestamp seconds since 1970
     * @param signatures divided by spaces, each with its version in front
     */
    record Standard(@Nullable String id, @Nullable String timestamp, @Nullable String signatures) {

        /**
         * @param secrets that are valid, as tools are given them
         * @see <a href="https://github.com/standard-webhooks/standard-webhooks">Standard Webhooks, v1</a>
         */
        Verified verify(byte[] body, List<String> secrets, Instant now, Duration tolerance) {
            if (id == null || timestamp == null || signatures == null || !timestamp.matches("[0-9]{1,12}")) {
                return Verified.NOT_GENUINE;
            }
            long signedAt = Long.parseLong(timestamp);
            if (Math.abs(now.getEpochSecond() - signedAt) > tolerance.toSeconds()) {
                return Verified.STALE;
            }
            List<String> given = Arrays.asList(signatures.split(" "));
            return secrets.stream().map(secret -> signed(secret, id, signedAt, body))
                    .anyMatch(expected -> given.stream().anyMatch(signature -> equal(expected, signature)))
                            ? Verified.GENUINE
                            : Verified.NOT_GENUINE;
        }

        private static String signed(String secret, String id, long timestamp, byte[] body) {
            try {
                // decoded strictly, so the text is these very bytes; what cannot be decoded was not sent as a text
                String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
                return new Webhook(secret).sign(id, timestamp, text);
            } catch (CharacterCodingException e) {
                return "";
            } catch (EmptyWebhookSecretException | WebhookSigningException e) {
                throw new IllegalStateException("a secret that was checked when it was stored", e);
            }
        }
    }

    /**
     * A body that is signed the way Typeform does.
     *
     * @param signature {@code sha256=} and the HMAC-SHA256 of the body in base64
     */
    static Verified verifyTypeform(byte[] body, @Nullable String signature, List<String> secrets) {
        if (signature == null) {
            return Verified.NOT_GENUINE;
        }
        return secrets.stream().anyMatch(secret -> equal("sha256=" + hmac(secret, body), signature.strip()))
                ? Verified.GENUINE
                : Verified.NOT_GENUINE;
    }

    private static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Takes as long whatever differs. */
    private static boolean equal(String expected, String given) {
        return !expected.isEmpty() && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
                given.getBytes(StandardCharsets.UTF_8));
    }
}
