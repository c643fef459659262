package io.serviceconcept.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.webhook.Signatures.Standard;
import io.serviceconcept.webhook.Signatures.Verified;

class SignaturesTest {

    // the test vector of the Standard Webhooks specification and its libraries
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static Verified verify(String signatures, byte[] body, Instant now, String... secrets) {
        return new Standard(ID, TIME, signatures).verify(body, List.of(secrets), now, TOLERANCE);
    }

    @Test
    void thePublishedVectorVerifies() {
        assertThat(verify(SIGNATURE, BODY, NOW, SECRET)).isEqualTo(Verified.GENUINE);
    }

    @Test
    void oneOfSeveralSignaturesAndOneOfTwoSecretsIsEnough() {
        assertThat(verify("v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,later " + SIGNATURE, BODY, NOW,
                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", SECRET)).isEqualTo(Verified.GENUINE);
    }

    @Test
    void aByteMoreOrAnotherSecretIsNotGenuine() {
        assertThat(verify(SIGNATURE, "{\"test\": 2432232314} ".getBytes(StandardCharsets.UTF_8), NOW, SECRET))
                .isEqualTo(Verified.NOT_GENUINE);
        assertThat(verify(SIGNATURE, BODY, NOW, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).isEqualTo(Verified.NOT_GENUINE);
        assertThat(verify("", BODY, NOW, SECRET)).isEqualTo(Verified.NOT_GENUINE);
        assertThat(new Standard(null, TIME, SIGNATURE).verify(BODY, List.of(SECRET), NOW, TOLERANCE))
                .isEqualTo(Verified.NOT_GENUINE);
        assertThat(new Standard("msg_other", TIME, SIGNATURE).verify(BODY, List.of(SECRET), NOW, TOLERANCE))
                .isEqualTo(Verified.NOT_GENUINE);
    }

    @Test
    void bytesThatAreNoTextAreNotGenuine() {
        assertThat(verify(SIGNATURE, new byte[] { (byte) 0xC3, 0x28 }, NOW, SECRET)).isEqualTo(Verified.NOT_GENUINE);
        assertThat(verify("v1,", new byte[] { (byte) 0xFF }, NOW, SECRET)).isEqualTo(Verified.NOT_GENUINE);
    }

    @Test
    void whatWasSignedMoreThanFiveMinutesAgoOrAheadIsStale() {
        assertThat(verify(SIGNATURE, BODY, NOW.plusSeconds(300), SECRET)).isEqualTo(Verified.GENUINE);
        assertThat(verify(SIGNATURE, BODY, NOW.plusSeconds(301), SECRET)).isEqualTo(Verified.STALE);
        assertThat(verify(SIGNATURE, BODY, NOW.minusSeconds(301), SECRET)).isEqualTo(Verified.STALE);
    }

    @Test
    void typeformSignsTheBodyAlone() {
        // echo -n '{"test": 2432232314}' | openssl dgst -sha256 -hmac secret-of-ours -binary | base64
        String signature = "sha256=/+19GxxlBPRJ7co+qmzFKie0fqspQn05vZ/GVBrtJgg=";

        assertThat(Signatures.verifyTypeform(BODY, signature, List.of("another", "secret-of-ours")))
                .isEqualTo(Verified.GENUINE);
        assertThat(Signatures.verifyTypeform(BODY, signature, List.of("another"))).isEqualTo(Verified.NOT_GENUINE);
        assertThat(Signatures.verifyTypeform(BODY, null, List.of("secret-of-ours"))).isEqualTo(Verified.NOT_GENUINE);
    }
}
