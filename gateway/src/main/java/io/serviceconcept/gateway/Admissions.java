package io.serviceconcept.gateway;

import java.net.ConnectException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.serviceconcept.gateway.Admission.Admitted;
import io.serviceconcept.gateway.Admission.Refused;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Lets OIDC verify the token, and reads what it says. The services verify it again. */
@ApplicationScoped
class Admissions {

    private static final Logger LOG = Logger.getLogger(Admissions.class);

    /** Quarkus would answer a bad token by itself, without a body. */
    private static final BiConsumer<RoutingContext, Throwable> ANSWERED_HERE = (ctx, failure) -> {
    };

    private final IdentityProviderManager identities;

    Admissions(IdentityProviderManager identities) {
        this.identities = identities;
    }

    Uni<Admission> of(RoutingContext ctx) {
        // of two tokens the gateway might verify the one and the service the other
        if (ctx.request().headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            return Uni.createFrom().item(new Refused(Problem.tokenInvalid()));
        }
        ctx.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ANSWERED_HERE);
        return QuarkusHttpUser.getSecurityIdentity(ctx, identities)
                .map(Admissions::admission)
                .onFailure().recoverWithItem(failure -> new Refused(refusal(failure)));
    }

    private static Admission admission(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return new Refused(Problem.tokenMissing());
        }
        Object organisation = token.getClaim("organisation");
        if (!(organisation instanceof String name) || name.isBlank()) {
            return new Refused(Problem.organisationMissing());
        }
        return new Admitted(new Caller(name, text(token.getClaim("azp")), text(token.getSubject()), identity.getRoles()));
    }

    private static Problem refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException || cause instanceof ConnectException || cause instanceof TimeoutException) {
                LOG.warnf("A token could not be verified: %s", cause.getMessage());
                return Problem.identityProviderAway();
            }
        }
        if (failure instanceof AuthenticationException || failure instanceof SecurityException) {
            return Problem.tokenInvalid();
        }
        LOG.error("A token could not be verified", failure);
        return Problem.internalError();
    }

    private static String text(@Nullable Object claim) {
        return Objects.toString(claim, "");
    }
}
