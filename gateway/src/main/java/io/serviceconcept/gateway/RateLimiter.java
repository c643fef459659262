package io.serviceconcept.gateway;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/**
 * A quota for each key: a bucket that starts full and refills evenly. A key that rested for a period has a full bucket,
 * so forgetting it then changes nothing.
 */
final class RateLimiter {

    private final String policy;
    private final long quota;
    private final Duration period;
    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param policy its name in the answers' headers
     * @param quota requests per period, 1 or more
     * @param remembered keys kept at most
     */
    RateLimiter(String policy, long quota, Duration period, long remembered) {
        this.policy = policy;
        this.quota = quota;
        this.period = period;
        this.buckets = Caffeine.newBuilder().maximumSize(remembered).expireAfterAccess(period).build(key -> fullBucket());
    }

    /** Counts one request of this key. */
    Verdict take(String key) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return new Verdict(probe.isConsumed(), probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    /** The value of {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10). */
    String policyHeader() {
        return '"' + policy + "\";q=" + quota + ";w=" + period.toSeconds();
    }

    /** The value of {@code RateLimit} (the same draft): what is left, and in how many seconds all of it is back. */
    String header(Verdict verdict) {
        return '"' + policy + "\";r=" + verdict.remaining() + ";t=" + verdict.secondsToFull();
    }

    private Bucket fullBucket() {
        return Bucket.builder().addLimit(limit -> limit.capacity(quota).refillGreedy(quota, period)).build();
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, 1_000_000_000L);
    }

    /** @param secondsToNext until one request is possible again; 0 when allowed */
    record Verdict(boolean allowed, long remaining, long secondsToFull, long secondsToNext) {
    }
}
