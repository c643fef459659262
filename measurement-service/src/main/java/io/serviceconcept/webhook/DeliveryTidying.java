package io.serviceconcept.webhook;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.time.Calendars;

/** Forgets deliveries that nobody repeats any more. */
@ApplicationScoped
class DeliveryTidying implements LeasedWork {

    private final DeliveryRows deliveries;
    private final WebhookConfig config;
    private final Calendars calendars;

    DeliveryTidying(DeliveryRows deliveries, WebhookConfig config, Calendars calendars) {
        this.deliveries = deliveries;
        this.config = config;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "tidy-webhook-deliveries";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean wokenByEvents() {
        return false;
    }

    @Override
    public boolean work() {
        deliveries.tidy(calendars.now().minus(config.remembered()));
        return false;
    }
}
