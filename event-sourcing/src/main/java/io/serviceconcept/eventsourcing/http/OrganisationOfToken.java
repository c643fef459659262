package io.serviceconcept.eventsourcing.http;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Keeps the organisation that a token names with the identity: to look up a claim that is none of the standard's costs an
 * exception each time, and every request asks for this one.
 */
@ApplicationScoped
public class OrganisationOfToken implements SecurityIdentityAugmentor {

    /** Of the identity; absent when the token does not name exactly one. */
    static final String ATTRIBUTE = "organisation";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim(ATTRIBUTE) instanceof String organisation) {
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder(identity).addAttribute(ATTRIBUTE, organisation).build());
        }
        return Uni.createFrom().item(identity);
    }
}
