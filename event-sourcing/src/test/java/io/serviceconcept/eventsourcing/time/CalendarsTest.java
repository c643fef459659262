package io.serviceconcept.eventsourcing.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class CalendarsTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T23:30:00Z");

    private static Calendars calendars(Map<String, String> settings) {
        return calendars(new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(settings, "told", 100)));
    }

    private static Calendars calendars(SmallRyeConfigBuilder config) {
        return new Calendars(config.addDefaultInterceptors().withMapping(OrganisationConfig.class).build()
                .getConfigMapping(OrganisationConfig.class), Clock.systemUTC());
    }

    @Test
    void everyOrganisationIsInAmsterdamUnlessItIsToldOtherwise() {
        assertThat(calendars(Map.of()).of("city").dayOf(NEW_YEAR)).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(calendars(Map.of("organisation.time-zone", "UTC")).of("city").dayOf(NEW_YEAR))
                .isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void anOrganisationHasADayOfItsOwn() {
        Calendars calendars = calendars(Map.of("organisation.time-zones",
                "harbour-1=America/New_York, museum=Pacific/Auckland"));

        assertThat(calendars.of("harbour-1").dayOf(NEW_YEAR)).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(calendars.of("museum").dayOf(NEW_YEAR)).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(calendars.of("city")).isEqualTo(new Calendar(ZoneId.of("Europe/Amsterdam")));
        assertThat(calendars.all()).hasSize(3);
        assertThat(calendars.days(NEW_YEAR)).containsExactly(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1));
    }

    @Test
    void theEnvironmentCanTellItOfEveryOrganisation() {
        Calendars calendars = calendars(new SmallRyeConfigBuilder().withSources(new EnvConfigSource(
                Map.of("ORGANISATION_TIME_ZONES", "harbour-1=America/New_York"), 300)));

        assertThat(calendars.of("harbour-1").zone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void noServiceStartsWithNonsense() {
        assertThatThrownBy(() -> calendars(Map.of("organisation.time-zones", "museum=Pacific/Aukland")))
                .hasStackTraceContaining("there is no time zone \"Pacific/Aukland\"");
        assertThatThrownBy(() -> calendars(Map.of("organisation.time-zones", "Museum=Pacific/Auckland")))
                .hasStackTraceContaining("\"Museum=Pacific/Auckland\" is not as harbour=America/New_York");
        assertThatThrownBy(() -> calendars(Map.of("organisation.time-zones", "museum=UTC,museum=Pacific/Auckland")))
                .hasStackTraceContaining("museum");
    }
}
