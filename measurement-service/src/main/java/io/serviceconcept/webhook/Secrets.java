package io.serviceconcept.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.http.Problem;

/**
 * The secrets of subscriptions. Those we make follow from the service's key and are stored nowhere; those a tool made are
 * sealed with a key that follows from it (AES-256-GCM).
 */
@ApplicationScoped
class Secrets {

    private static final String PREFIX = "whsec_";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final WebhookConfig config;

    Secrets(WebhookConfig config) {
        this.config = config;
    }

    /** The secret in plain, as tools are given it. */
    String plain(String organisation, String subscription, SubscriptionSecret secret) {
        String sealed = secret.sealed();
        return sealed == null
                ? PREFIX + Base64.getEncoder()
                        .encodeToString(hmac("secret", organisation, subscription, Integer.toString(secret.generation())))
                : open(organisation, subscription, sealed);
    }

    /** A secret that a tool made, as it is stored. */
    String seal(String organisation, String subscription, String secret) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, organisation, subscription, nonce,
                secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    }

    private String open(String organisation, String subscription, String sealed) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        return new String(crypt(Cipher.DECRYPT_MODE, organisation, subscription, Arrays.copyOf(bytes, NONCE),
                Arrays.copyOfRange(bytes, NONCE, bytes.length)), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, String organisation, String subscription, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(hmac("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((organisation + '\0' + subscription).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("was not sealed here, or with another key", e);
        }
    }

    private byte[] hmac(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // with its length in front, so that no two lists of parts run together to the same bytes
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private byte[] key() {
        return config.secretKey().map(Base64.getDecoder()::decode)
                .orElseThrow(() -> Problem.of(503, "webhooks-not-configured", "Webhooks are not taken in here",
                        "This service has no key for the secrets of webhooks. Whoever runs it can give it one.").exception());
    }
}
