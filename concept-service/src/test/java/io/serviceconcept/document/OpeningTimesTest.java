package io.serviceconcept.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.Offer.OpeningHours;
import io.serviceconcept.language.Words;

class OpeningTimesTest {

    @Test
    void daysThatFollowEachOtherWithTheSameHoursAreSaidAtOnce() {
        assertThat(
                OpeningTimes.lines(List.of(open(DayOfWeek.FRIDAY, "09:00", "13:00"), open(DayOfWeek.MONDAY, "09:00", "17:00"),
                        open(DayOfWeek.WEDNESDAY, "09:00", "17:00"), open(DayOfWeek.TUESDAY, "09:00", "17:00"),
                        open(DayOfWeek.THURSDAY, "09:00", "20:00")), Words.DUTCH))
                .containsExactly("maandag–woensdag 09:00–17:00", "donderdag 09:00–20:00", "vrijdag 09:00–13:00");
    }

    @Test
    void aDayBetweenAndABreakAtNoonAreSaid() {
        assertThat(
                OpeningTimes.lines(List.of(open(DayOfWeek.MONDAY, "13:00", "17:00"), open(DayOfWeek.MONDAY, "09:00", "12:00"),
                        open(DayOfWeek.TUESDAY, "09:00", "12:00"), open(DayOfWeek.SUNDAY, "09:00", "12:00")), Words.ENGLISH))
                .containsExactly("Monday–Tuesday 09:00–12:00", "Monday 13:00–17:00", "Sunday 09:00–12:00");
        assertThat(OpeningTimes.lines(List.of(), Words.ENGLISH)).isEmpty();
    }

    private static OpeningHours open(DayOfWeek day, String from, String to) {
        return new OpeningHours(day, from, to);
    }
}
