package io.serviceconcept.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

/** Which day it is where the organisation is. */
@ApplicationScoped
public class Calendar {

    private final OrganisationConfig config;
    private final Clock clock;

    Calendar(OrganisationConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(config.timeZone()).toLocalDate();
    }

    /** The clock of work that nobody asked for; commands carry a time of their own. */
    public Instant now() {
        return clock.instant();
    }
}
