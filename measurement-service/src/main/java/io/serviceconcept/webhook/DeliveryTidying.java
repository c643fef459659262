package io.serviceconcept.webhook;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.time.Calendar;

/** Forgets deliveries that nobody repeats any more. */
@ApplicationScoped
class DeliveryTidying implements LeasedWork {

    private final DeliveryRows deliveries;
    private final WebhookConfig config;
    private final Calendar calendar;

    DeliveryTidying(DeliveryRows deliveries, WebhookConfig config, Calendar calendar) {
        this.deliveries = deliveries;
        this.config = config;
        this.calendar = calendar;
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
        deliveries.tidy(calendar.now().minus(config.remembered()));
        return false;
    }
}
