package io.serviceconcept.eventsourcing.quarkus;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;

/** How the kernel runs within a service. Public, because its generated implementation may live in another class loader. */
@ConfigMapping(prefix = "event-sourcing")
public interface EventSourcingConfig {

    /** How long a leader that died holds back the one that takes over. */
    @WithDefault("5s")
    Duration lease();

    /** How often to look for what other instances appended; what this one appends is seen at once. */
    @WithDefault("50ms")
    Duration poll();

    /** How many transactions store coalesced appends at the same time, 1 or more. */
    @WithDefault("2")
    int writers();

    /** How often the figures for operators are looked up. */
    @WithDefault("5s")
    Duration sampling();

    /** How many relays share the streams of this service, 1–64. Fixed once there are events. */
    @WithDefault("1")
    int relayShards();

    /**
     * The token with which an operator adopts a restored database; the message that refuses the start names it. It is that
     * of one restore and does nothing afterwards, so it may stay. Several are separated by commas: services that share the
     * setting each find their own.
     */
    @WithDefault("none")
    String adoptRestored();

    /**
     * Whether a fail-over loses nothing that was acknowledged, thanks to synchronous replication: then another timeline of
     * the same cluster is no reason to ask an operator.
     */
    @WithDefault("false")
    boolean failoverLosesNothing();

    /** The keys of personal data; a service whose events hold none needs none. */
    Optional<PersonalDataConfig> personalData();

    /** Secrets: from the environment or a mounted file only, and never in the database or its backups. */
    interface PersonalDataConfig {

        /** 32 bytes in base64 by name (lower case letters, digits, hyphens). All that may still wrap a subject's key. */
        Map<String, Secret<String>> outerKeys();

        /** The name of the outer key that wraps from now on. Every instance must know it before one is told to use it. */
        String current();

        /**
         * The names of outer keys that were destroyed: what a restored backup holds of their keys is dropped at the start, and
         * the values that those sealed read as erased. A key that is neither known nor named here refuses the start.
         */
        Optional<Set<String>> destroyedKeys();

        /** 32 bytes in base64. The ids of subjects are made with it: lost or changed, nobody is found again. */
        Secret<String> hmacKey();

        /**
         * The topic that keeps the erasures outside the database, for the day it is restored: {@code <service>-erasures}
         * unless it is named. It keeps everything, and no other service writes it; one that follows its erasures reads it.
         */
        Optional<String> erasuresTopic();
    }
}
