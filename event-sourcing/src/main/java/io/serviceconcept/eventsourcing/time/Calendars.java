package io.serviceconcept.eventsourcing.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/** The calendars of all organisations. There is no day without one: what is today here is yesterday elsewhere. */
@ApplicationScoped
public class Calendars {

    private final Calendar usual;
    private final Map<String, Calendar> others;
    private final Clock clock;

    /**
     * @throws IllegalStateException when two zones are told of one organisation
     */
    Calendars(OrganisationConfig config, Clock clock) {
        this.usual = new Calendar(config.timeZone());
        this.others = config.timeZones().orElse(List.of()).stream().collect(
                Collectors.toUnmodifiableMap(OrganisationZone::organisation, told -> new Calendar(told.zone())));
        this.clock = clock;
    }

    /** With this the constructor looks at what was told when the service starts. */
    void start(@Observes StartupEvent event) {
        // there is nothing left to do
    }

    public Calendar of(String organisation) {
        return others.getOrDefault(organisation, usual);
    }

    /** Every calendar that some organisation may go by, once. */
    public Set<Calendar> all() {
        Set<Calendar> all = new HashSet<>(others.values());
        all.add(usual);
        return all;
    }

    /** The days that it is somewhere at a moment, of at most three. */
    public SortedSet<LocalDate> days(Instant moment) {
        return all().stream().map(calendar -> calendar.dayOf(moment)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The clock of work that nobody asked for; commands carry a time of their own. */
    public Instant now() {
        return clock.instant();
    }
}
