package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.Offer.AnswerTime;
import io.serviceconcept.concept.Offer.AnswerTimeUnit;
import io.serviceconcept.concept.Offer.OpeningHours;
import io.serviceconcept.concept.PromiseInconsistencies.Inconsistency;
import io.serviceconcept.concept.PromiseInconsistencies.InconsistentPromise;

class PromiseInconsistenciesTest {

    @Test
    void twoAnswerTimesForTheSameServiceAndGroupAreFlagged() {
        Offer web = offer("web", "g1", null, new AnswerTime(2, AnswerTimeUnit.HOURS));
        Offer desk = offer("desk", "g1", null, new AnswerTime(1, AnswerTimeUnit.DAYS));

        assertThat(PromiseInconsistencies.among(List.of(web, desk))).containsExactly(
                new Inconsistency("s1", "g1", InconsistentPromise.ANSWER_TIME, List.of(desk, web)));
    }

    @Test
    void twoPromisesAreFlaggedWithEveryChannelThatSpeaks() {
        Offer desk = offer("desk", "g1", "The same day", null);
        Offer phone = offer("phone", "g1", "the SAME  day", null);
        Offer web = offer("web", "g1", "At once", null);

        assertThat(PromiseInconsistencies.among(List.of(desk, phone, web, offer("letter", "g1", null, null))))
                .containsExactly(new Inconsistency("s1", "g1", InconsistentPromise.PROMISE, List.of(desk, phone, web)));
    }

    @Test
    void theSameTimeInAnotherUnitIsTheSame() {
        assertThat(PromiseInconsistencies.among(List.of(offer("web", "g1", null, new AnswerTime(120, AnswerTimeUnit.MINUTES)),
                offer("desk", "g1", null, new AnswerTime(2, AnswerTimeUnit.HOURS))))).isEmpty();
        assertThat(PromiseInconsistencies.among(List.of(offer("web", "g1", null, new AnswerTime(7, AnswerTimeUnit.DAYS)),
                offer("desk", "g1", null, new AnswerTime(1, AnswerTimeUnit.WEEKS))))).isEmpty();
    }

    @Test
    void workingDaysAreNotDays() {
        assertThat(
                PromiseInconsistencies.among(List.of(offer("web", "g1", null, new AnswerTime(2, AnswerTimeUnit.WORKING_DAYS)),
                        offer("desk", "g1", null, new AnswerTime(2, AnswerTimeUnit.DAYS)))))
                .hasSize(1);
    }

    @Test
    void anotherGroupMayBePromisedSomethingElse() {
        assertThat(PromiseInconsistencies.among(List.of(offer("web", "g1", "At once", null),
                offer("desk", "g2", "The same day", null)))).isEmpty();
    }

    @Test
    void openingHoursAndLanguagesDifferByNature() {
        Offer open = new Offer("a", "s1", "desk", "g1", List.of(new OpeningHours(DayOfWeek.MONDAY, "09:00", "17:00")),
                List.of("nl"), List.of("Lift"), "At once", null);

        assertThat(PromiseInconsistencies.among(List.of(open, offer("web", "g1", "At once", null)))).isEmpty();
    }

    private static Offer offer(String channel, String group, @Nullable String promise, @Nullable AnswerTime time) {
        return new Offer("offer-" + channel, "s1", channel, group, List.of(), List.of(), List.of(), promise, time);
    }
}
