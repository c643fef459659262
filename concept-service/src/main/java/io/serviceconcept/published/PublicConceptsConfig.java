package io.serviceconcept.published;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What anybody may read without a token. */
@ConfigMapping(prefix = "public-concepts")
interface PublicConceptsConfig {

    /**
     * The organisation whose concepts are meant when an address names none; for an installation that serves one
     * organisation. Without it every address names its organisation.
     */
    Optional<String> organisation();

    /** How long an answer may be used again without asking. */
    @WithDefault("1M")
    Duration maxAge();
}
