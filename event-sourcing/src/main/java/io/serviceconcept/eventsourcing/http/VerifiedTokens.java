package io.serviceconcept.eventsourcing.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Verifies a token once and believes it for a moment: a sender pushes thousands of responses with the same one, and verifying
 * it anew each time costs more than storing them. A token is never believed beyond its expiry, and one whose key was withdrawn
 * not longer than {@link #BELIEVED}. What is refused is looked at anew each time.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class VerifiedTokens implements HttpAuthenticationMechanism {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final int MOST = 2_000;

    private final OidcAuthenticationMechanism verification;
    private final Clock clock = Clock.systemUTC();
    private final Cache<String, Verified> verified = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(BELIEVED)
            .build();

    VerifiedTokens(OidcAuthenticationMechanism verification) {
        this.verification = verification;
    }

    private record Verified(SecurityIdentity identity, Instant expiry) {
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return verification.authenticate(request, providers);
        }
        Verified known = verified.getIfPresent(authorization);
        if (known != null && clock.instant().isBefore(known.expiry())) {
            return Uni.createFrom().item(known.identity());
        }
        return verification.authenticate(request, providers).invoke(identity -> keep(authorization, identity));
    }

    private void keep(String authorization, @Nullable SecurityIdentity identity) {
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0) {
            verified.put(authorization, new Verified(identity, Instant.ofEpochSecond(token.getExpirationTime())));
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return verification.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return verification.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return verification.getCredentialTransport(request);
    }

    @Override
    public int getPriority() {
        return verification.getPriority();
    }
}
