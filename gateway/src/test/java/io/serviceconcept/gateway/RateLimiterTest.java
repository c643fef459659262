package io.serviceconcept.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.serviceconcept.gateway.RateLimiter.Verdict;

class RateLimiterTest {

    @Test
    void theQuotaIsWhatGetsThroughAndThenTheWaitIsNamed() {
        RateLimiter limiter = new RateLimiter("caller", 2, Duration.ofHours(1), 10);

        Verdict first = limiter.take("dirk");
        Verdict second = limiter.take("dirk");
        Verdict third = limiter.take("dirk");

        assertThat(first).matches(Verdict::allowed).extracting(Verdict::remaining).isEqualTo(1L);
        assertThat(second).matches(Verdict::allowed).extracting(Verdict::remaining).isEqualTo(0L);
        assertThat(third.allowed()).isFalse();
        assertThat(third.secondsToNext()).isBetween(1790L, 1800L);
    }

    @Test
    void oneCallerDoesNotUseUpAnothersQuota() {
        RateLimiter limiter = new RateLimiter("caller", 1, Duration.ofHours(1), 10);
        limiter.take("dirk");

        assertThat(limiter.take("anna").allowed()).isTrue();
        assertThat(limiter.take("dirk").allowed()).isFalse();
    }

    @Test
    void theHeadersSayPolicyRemainderAndReset() {
        RateLimiter limiter = new RateLimiter("caller", 100, Duration.ofMinutes(1), 10);

        assertThat(limiter.policyHeader()).isEqualTo("\"caller\";q=100;w=60");
        assertThat(limiter.header(new Verdict(true, 99, 1, 0))).isEqualTo("\"caller\";r=99;t=1");
    }
}
