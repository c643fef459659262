package io.serviceconcept.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Tokens of the test's own identity provider, genuine and not. */
class Tokens {

    private static final String KEY_ID = "key-1";

    private final KeyPair key = keyPair();
    private final String issuer;

    Tokens(String issuer) {
        this.issuer = issuer;
    }

    String of(String subject) {
        return with(subject, claims -> claims);
    }

    String with(String subject, UnaryOperator<JwtClaimsBuilder> change) {
        return sign(key, change.apply(claims(subject)));
    }

    String signedWithAnotherKey() {
        return sign(keyPair(), claims("mallory"));
    }

    String unsigned() {
        return encoded(Map.of("alg", "none", "kid", KEY_ID)) + '.' + payload() + '.';
    }

    /** The public key, which everyone has, used as if it were a shared secret. */
    String signedWithThePublicKeyAsSecret() throws GeneralSecurityException {
        String content = encoded(Map.of("alg", "HS256", "kid", KEY_ID)) + '.' + payload();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
        return content + '.' + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    String discovery() {
        return new JsonObject().put("issuer", issuer).put("jwks_uri", issuer + "/keys")
                .put("token_endpoint", issuer + "/token").encode();
    }

    String publicKeys() {
        RSAPublicKey publicKey = (RSAPublicKey) key.getPublic();
        return new JsonObject().put("keys", new JsonArray().add(new JsonObject()
                .put("kty", "RSA").put("use", "sig").put("alg", "RS256").put("kid", KEY_ID)
                .put("n", base64(publicKey.getModulus().toByteArray()))
                .put("e", base64(publicKey.getPublicExponent().toByteArray())))).encode();
    }

    private JwtClaimsBuilder claims(String subject) {
        return Jwt.claims().issuer(issuer).audience("service-concept-api").subject(subject).expiresIn(300)
                .claim("azp", "service-concept-cli").claim("organisation", "municipality")
                .claim("realm_access", Map.of("roles", List.of("designer")));
    }

    private String payload() {
        return encoded(Map.of("iss", issuer, "aud", "service-concept-api", "sub", "mallory", "azp", "service-concept-cli",
                "organisation", "municipality", "exp", Instant.now().getEpochSecond() + 300,
                "iat", Instant.now().getEpochSecond()));
    }

    private static String sign(KeyPair with, JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(with.getPrivate());
    }

    private static String encoded(Map<String, Object> json) {
        return base64(new JsonObject(json).encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException noRsa) {
            throw new IllegalStateException(noRsa);
        }
    }
}
