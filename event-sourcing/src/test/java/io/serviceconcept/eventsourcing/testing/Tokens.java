package io.serviceconcept.eventsourcing.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

import io.smallrye.jwt.build.Jwt;

/** Access tokens as the identity provider gives them, signed with the key of {@link RealParts}. */
public final class Tokens {

    private Tokens() {
    }

    /** A token of somebody of an organisation. */
    public static String of(String organisation, String subject, String... roles) {
        return lasting(Duration.ofMinutes(10), organisation, subject, roles);
    }

    /** The same for as long as is told. */
    public static String lasting(Duration life, String organisation, String subject, String... roles) {
        return Jwt.issuer(RealParts.ISSUER).audience("service-concept-api").subject(subject).upn(subject)
                .claim("organisation", organisation).claim("realm_access", Map.of("roles", Set.of(roles)))
                .expiresIn(life).jws().algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.RS256)
                .sign(key());
    }

    private static PrivateKey key() {
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(RealParts.PRIVATE_KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
