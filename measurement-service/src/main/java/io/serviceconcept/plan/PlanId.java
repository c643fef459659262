package io.serviceconcept.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.serviceconcept.eventsourcing.StreamId;

/** The identity of a plan: that of a target of a concept, whatever the edition, so that what people told stays. */
public record PlanId(String value) {

    /** The first 128 bits of a digest, spelt as the ids of the platform are; as the database does for what came before. */
    static PlanId of(String organisation, String concept, String target) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest((organisation + '/' + concept + '/' + target).getBytes(StandardCharsets.UTF_8));
            String hex = HexFormat.of().formatHex(digest);
            return new PlanId(hex.substring(0, 8) + '-' + hex.substring(8, 12) + '-' + hex.substring(12, 16) + '-'
                    + hex.substring(16, 20) + '-' + hex.substring(20));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    StreamId stream(String organisation) {
        return StreamId.of(organisation, "measurement-plan", value);
    }
}
