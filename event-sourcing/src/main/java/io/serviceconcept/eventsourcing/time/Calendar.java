package io.serviceconcept.eventsourcing.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Which day it is where an organisation is. */
public record Calendar(ZoneId zone) {

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The day and the time of the day. */
    public ZonedDateTime timeOf(Instant instant) {
        return ZonedDateTime.ofInstant(instant, zone);
    }
}
