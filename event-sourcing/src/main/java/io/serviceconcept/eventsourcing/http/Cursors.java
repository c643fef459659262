package io.serviceconcept.eventsourcing.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Cursors of lists: a sort key, signed, so that nobody builds on what is inside. Instances that share the work share
 * {@code api.cursor-secret}; without it a cursor holds as long as the process.
 */
final class Cursors {

    private static final int SIGNATURE = 12;
    private static final String OF_THIS_PROCESS = UUID.randomUUID().toString();

    private Cursors() {
    }

    static String write(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] cursor = ByteBuffer.allocate(SIGNATURE + bytes.length).put(sign(bytes)).put(bytes).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * @throws InvalidInput when it was not given out by this API
     */
    static String read(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > SIGNATURE) {
                byte[] key = Arrays.copyOfRange(bytes, SIGNATURE, bytes.length);
                if (MessageDigest.isEqual(Arrays.copyOf(bytes, SIGNATURE), sign(key))) {
                    return new String(key, StandardCharsets.UTF_8);
                }
            }
        } catch (IllegalArgumentException e) {
            // not base64: said below
        }
        throw new InvalidInput("?cursor", "was not given out by this API");
    }

    private static byte[] sign(byte[] key) {
        String secret = ConfigProvider.getConfig().getOptionalValue("api.cursor-secret", String.class).orElse(OF_THIS_PROCESS);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(key), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
