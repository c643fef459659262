package io.serviceconcept.gateway;

import java.net.URI;
import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the services are, and how much the gateway lets through. */
@ConfigMapping(prefix = "gateway")
interface GatewayConfig {

    /** The service of concepts. */
    ServiceConfig conceptService();

    /** The service of indicators, surveys and observations. */
    ServiceConfig measurementService();

    /** The service of journeys, pilots and contact events. */
    ServiceConfig journeyService();

    /** Connections to the services. */
    UpstreamConfig upstream();

    /** The largest request body let through; a larger one is answered 413. */
    @WithDefault("10M")
    MemorySize maxBodySize();

    /** The largest file let through to be imported. */
    @WithDefault("2G")
    MemorySize maxFileSize();

    /** The largest body of a webhook let through. */
    @WithDefault("1M")
    MemorySize maxWebhookSize();

    /** How many requests a caller may make. */
    RateLimitConfig rateLimit();

    /** The merged API document. */
    ApiDocumentConfig apiDocument();

    /** One service. */
    interface ServiceConfig {

        /** Scheme, host and port, without a path: {@code http://127.0.0.1:8081}. */
        URI url();
    }

    /** Connections to the services. */
    interface UpstreamConfig {

        /** How long a connection may take to open, a place in the pool included. */
        @WithDefault("2S")
        Duration connectTimeout();

        /** How long a service may take from the last byte of the request to the head of its answer. */
        @WithDefault("30S")
        Duration responseTimeout();

        /** Open connections per service; an event stream holds one for as long as it lasts. */
        @WithDefault("512")
        int connections();

        /** Requests per service that may wait for a connection. */
        @WithDefault("1024")
        int waiting();
    }

    /** How many requests a caller may make. */
    interface RateLimitConfig {

        /** For a caller with a token: its client and subject together. */
        @WithDefault("6000")
        long perCaller();

        /** For everyone else, and for every refused token: the remote address. */
        @WithDefault("600")
        long perAddress();

        /** For webhooks, which are signed instead: the remote address. A survey tool sends for all of its customers. */
        @WithDefault("6000")
        long perWebhookAddress();

        /** The period the quotas are for; what is used comes back evenly over it. */
        @WithDefault("1M")
        Duration period();

        /** Callers, and addresses, remembered at most; beyond it the least recently seen starts afresh. */
        @WithDefault("100000")
        long remembered();
    }

    /** The merged API document. */
    interface ApiDocumentConfig {

        /** How long a merged document is served before the services are asked again. */
        @WithDefault("30S")
        Duration cachedFor();

        /** How long a service may take to hand out its document. */
        @WithDefault("5S")
        Duration timeout();
    }
}
