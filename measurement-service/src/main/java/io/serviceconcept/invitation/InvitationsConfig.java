package io.serviceconcept.invitation;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;

/** Invitations to surveys. Public, because its generated implementation may live in another class loader. */
@ConfigMapping(prefix = "invitations")
public interface InvitationsConfig {

    /**
     * 32 bytes in base64, from the environment or a mounted file only, with which invitations are signed. With another one
     * all that were issued before are void. Without it none are issued.
     */
    Optional<Secret<String>> key();

    /** How long an invitation may be valid at most. */
    @WithDefault("366D")
    Duration longest();
}
