package io.serviceconcept.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;

/**
 * Names streams after the ids that senders choose, without keeping those ids: HMAC-SHA256 with a key that was drawn when
 * the database was made and never changes.
 */
@ApplicationScoped
public class SenderKeys {

    private final SenderKeyQueries queries;
    private volatile @Nullable Mac keyed;

    SenderKeys(SenderKeyQueries queries) {
        this.queries = queries;
    }

    /**
     * 64 hexadecimal digits that depend on every part.
     *
     * @throws EventStoreUnavailable when the key has not been read yet and the database does not answer
     */
    public String hmac(String... parts) {
        try {
            Mac mac = (Mac) keyed().clone();
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // with its length in front, so that no two lists of parts run together to the same bytes
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException("every JDK has HmacSHA256, and it can be copied", e);
        }
    }

    /** To be copied: to look for the algorithm and to take in the key costs more than a short text. */
    private Mac keyed() throws GeneralSecurityException {
        Mac known = keyed;
        if (known == null) {
            known = Mac.getInstance("HmacSHA256");
            known.init(new SecretKeySpec(queries.key(), "HmacSHA256"));
            keyed = known;
        }
        return known;
    }
}
