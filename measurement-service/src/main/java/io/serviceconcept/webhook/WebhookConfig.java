package io.serviceconcept.webhook;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Webhooks of survey tools. */
@ConfigMapping(prefix = "webhooks")
interface WebhookConfig {

    /**
     * A secret from the environment, 32 bytes in base64, from which the secrets of subscriptions follow. It never changes:
     * with another one no tool is believed any more. Without it there are no subscriptions.
     */
    Optional<String> secretKey();

    /** How far a signed time may be from ours. */
    @WithDefault("5M")
    Duration tolerance();

    /** How long the secret before goes on being accepted. */
    @WithDefault("24H")
    Duration rotation();

    /** How long it is remembered which deliveries were taken in. */
    @WithDefault("7D")
    Duration remembered();
}
