package io.serviceconcept.eventsourcing.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day it is where an organisation is. */
public record Calendar(ZoneId zone) {

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
