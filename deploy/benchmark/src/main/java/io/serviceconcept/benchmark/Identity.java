package io.serviceconcept.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** An identity provider as far as services need one: who has its public key believes its tokens. */
final class Identity {

    private static final String ISSUER = "https://identity.bench";
    private static final Duration LIFE = Duration.ofHours(2);
    private static final int BITS = 2048;

    private final KeyPair keys;

    Identity() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        this.keys = generator.generateKeyPair();
    }

    /** What makes a service believe the tokens. */
    Map<String, String> environment() {
        return Map.of("QUARKUS_OIDC_PUBLIC_KEY", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                "QUARKUS_OIDC_TOKEN_ISSUER", ISSUER);
    }

    /** An RS256 token of somebody of the only organisation, with every role that the rows need. */
    String token() throws GeneralSecurityException {
        Instant now = Instant.now();
        String claims = """
                {"iss": "%s", "aud": "service-concept-api", "sub": "bench", "upn": "bench", "iat": %d, "exp": %d,
                 "organisation": "bench", "realm_access": {"roles": ["manager", "analyst", "integration"]}}"""
                .formatted(ISSUER, now.getEpochSecond(), now.plus(LIFE).getEpochSecond());
        String signed = base64("{\"alg\": \"RS256\", \"typ\": \"JWT\"}".getBytes(StandardCharsets.UTF_8)) + '.'
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + '.' + base64(signature.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
