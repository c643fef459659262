package io.serviceconcept.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.privacy.Days;
import io.serviceconcept.privacy.Place;
import io.serviceconcept.volume.ResponseRates.ResponseRate;

class ResponseRatesTest {

    private static final AnsweredCells NOTHING_COUNTED = new AnsweredCells(Map.of(), false, LocalDate.parse("2026-06-01"));

    private static Tally tally(String from, String to, @Nullable String channel, @Nullable Long offered, long answered) {
        return new Tally(LocalDate.parse(from), LocalDate.parse(to), channel, 10_000L, offered, answered, false);
    }

    private static ResponseRate only(PeriodKind kind, Tally... tallies) {
        List<ResponseRate> rates = ResponseRates.of(kind, List.of(tallies));
        assertThat(rates).hasSize(1);
        return rates.getFirst();
    }

    /** The Veterans Health Administration's outpatient survey, FY2020 Q1, published with a rounded rate of 17 %. */
    @Test
    void aRateIsExactNotThePublishedRoundedOne() {
        Tally published = new Tally(LocalDate.parse("2019-10-01"), LocalDate.parse("2019-12-31"), null, 8_586_476L,
                1_808_680L, 304_687, true);

        assertThat(only(PeriodKind.QUARTER, published).responseRate()).isEqualByComparingTo("16.845821");
    }

    @Test
    void monthsAddUpToAQuarter() {
        ResponseRate quarter = only(PeriodKind.QUARTER, tally("2026-01-01", "2026-01-31", null, 100L, 20),
                tally("2026-02-01", "2026-02-28", null, 100L, 10), tally("2026-03-01", "2026-03-31", null, 200L, 30));

        assertThat(quarter.period()).isEqualTo("2026-Q1");
        assertThat(quarter.offered()).isEqualTo(400);
        assertThat(quarter.customers()).isEqualTo(30_000);
        assertThat(quarter.responseRate()).isEqualByComparingTo("15");
    }

    @Test
    void whatReachesOverTheEdgeOfAPeriodIsLeftOut() {
        assertThat(ResponseRates.of(PeriodKind.MONTH, List.of(tally("2026-01-15", "2026-02-14", null, 100L, 20))))
                .isEmpty();
    }

    @Test
    void daysThatWereReportedTwiceCountOnce() {
        ResponseRate quarter = only(PeriodKind.QUARTER, tally("2026-01-01", "2026-01-31", null, 100L, 20),
                tally("2026-01-01", "2026-03-31", null, 300L, 30), tally("2026-03-01", "2026-03-31", null, 100L, 20));

        assertThat(quarter.offered()).isEqualTo(300);
        assertThat(quarter.answered()).isEqualTo(30);
    }

    @Test
    void allChannelsAreWhatWasReportedOfThemTogetherOrElseTheirSum() {
        Tally phone = tally("2026-01-01", "2026-01-31", "phone", 100L, 20);
        Tally desk = tally("2026-01-01", "2026-01-31", "desk", 300L, 20);
        Tally together = tally("2026-01-01", "2026-01-31", null, 500L, 50);

        assertThat(only(PeriodKind.MONTH, phone, desk).offered()).isEqualTo(400);
        assertThat(only(PeriodKind.MONTH, phone, desk).channel()).isNull();
        assertThat(only(PeriodKind.MONTH, phone, desk, together).offered()).isEqualTo(500);
        assertThat(ResponseRates.byChannel(PeriodKind.MONTH, List.of(phone, desk, together), NOTHING_COUNTED))
                .extracting(ResponseRate::channel, ResponseRate::answered)
                .containsExactly(tuple("desk", 20L),
                        tuple("phone", 20L));
    }

    @Test
    void daysWithoutATotalAreTheSumOfTheirChannels() {
        ResponseRate quarter = only(PeriodKind.QUARTER, tally("2026-01-01", "2026-01-31", null, 500L, 50),
                tally("2026-01-01", "2026-01-31", "desk", 300L, 20), tally("2026-02-01", "2026-02-28", "phone", 100L, 20),
                tally("2026-02-01", "2026-02-28", "desk", 300L, 30), tally("2026-03-01", "2026-03-31", "desk", 200L, 10));

        assertThat(quarter.channel()).isNull();
        assertThat(quarter.offered()).isEqualTo(1_100);
        assertThat(quarter.answered()).isEqualTo(110);
        assertThat(quarter.responseRate()).isEqualByComparingTo("10");
    }

    @Test
    void theDaysOfAChannelThatReachIntoThoseOfATotalAreInTheTotal() {
        ResponseRate month = only(PeriodKind.MONTH, tally("2026-01-01", "2026-01-20", null, 500L, 50),
                tally("2026-01-15", "2026-01-31", "desk", 300L, 20), tally("2026-01-21", "2026-01-31", "phone", 100L, 5));

        assertThat(month.offered()).isEqualTo(600);
        assertThat(month.answered()).isEqualTo(55);
    }

    @Test
    void whatIsNotKnownOfAPartIsNotKnownOfTheWhole() {
        ResponseRate quarter = only(PeriodKind.QUARTER, tally("2026-01-01", "2026-01-31", null, 100L, 20),
                tally("2026-02-01", "2026-02-28", null, null, 10));

        assertThat(quarter.offered()).isNull();
        assertThat(quarter.responseRate()).isNull();
        assertThat(quarter.answered()).isEqualTo(30);
    }

    @Test
    void nobodyWhoWasOfferedASurveyGivesNoRate() {
        assertThat(only(PeriodKind.MONTH, tally("2026-01-01", "2026-01-31", null, 0L, 0)).responseRate()).isNull();
    }

    @Test
    void aChannelWhereFewAnsweredTakesTheNextSmallestWithIt() {
        Tally phone = tally("2026-01-01", "2026-01-31", "phone", 100L, 9);
        Tally desk = tally("2026-01-01", "2026-01-31", "desk", 300L, 20);
        Tally web = tally("2026-01-01", "2026-01-31", "web", 300L, 90);

        assertThat(ResponseRates.byChannel(PeriodKind.MONTH, List.of(phone, desk, web), NOTHING_COUNTED))
                .extracting(ResponseRate::channel, ResponseRate::answered, rate -> rate.responseRate() == null)
                .containsExactly(tuple("desk", null, true), tuple("phone", null, true), tuple("web", 90L, false));
        assertThat(only(PeriodKind.MONTH, phone, desk, web).answered()).as("of the organisation").isEqualTo(119);
    }

    @Test
    void inStepsNothingIsSaidOfChannelsThatCanBeLookedAtTwice() {
        Map<Place, Long> answered = Map.of(
                new Place(new Days(LocalDate.parse("2026-05-05"), LocalDate.parse("2026-05-05")),
                        Slice.of(Dimension.CHANNEL, "desk")),
                40L);
        LocalDate june = LocalDate.parse("2026-06-01");
        Period may = Period.of(PeriodKind.MONTH, LocalDate.parse("2026-05-05"));
        Period day = Period.of(PeriodKind.DAY, LocalDate.parse("2026-05-05"));

        assertThat(new AnsweredCells(answered, false, june).withheld(day, "desk")).isFalse();
        assertThat(new AnsweredCells(answered, true, june).withheld(day, "desk")).isTrue();
        assertThat(new AnsweredCells(answered, true, june).withheld(may, "desk")).isFalse();
        assertThat(new AnsweredCells(answered, true, june.minusDays(1)).withheld(may, "desk")).as("open").isTrue();
    }
}
