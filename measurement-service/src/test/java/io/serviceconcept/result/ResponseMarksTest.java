package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.concepts.EditionsInForce;
import io.serviceconcept.concepts.EditionsInForce.InForce;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.journeys.KnownTouchpoints;
import io.serviceconcept.response.ResponseEvent.Answer;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.survey.QuestionType;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyEvent.Wording;
import io.serviceconcept.survey.SurveyVersion;

class ResponseMarksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Circumstances NOWHERE = new Circumstances(null, null, null, null, null, null, null);
    private static final Circumstances AT_THE_DESK = new Circumstances("desk", "intake", "young", "Town hall", "Income",
            "support", "trial");
    private static final SurveyVersion SURVEY = new SurveyVersion("s", 1, "survey", "c", null, null, Instant.EPOCH,
            Audience.CUSTOMER, 1,
            List.of(question("heard", "human"), question("quick", "speed"), question("mark", null)));

    private static Question question(String id, @Nullable String need) {
        return new Question(id, QuestionType.RATING, new Wording(id, null), new Scale(BigDecimal.ONE, BigDecimal.TEN),
                List.of(), false, List.of("satisfaction"), need);
    }

    private static List<CountedResponse.Mark> marks(Circumstances circumstances, Answer... answers) {
        return marks(SURVEY, circumstances, answers);
    }

    private static List<CountedResponse.Mark> marks(SurveyVersion survey, Circumstances circumstances, Answer... answers) {
        KnownTouchpoints touchpoints = new KnownTouchpoints(Map.of("intake", "clarity"), Map.of("intake", "application"),
                Map.of("application", "passports"));
        EditionsInForce editions = new EditionsInForce(
                List.of(new InForce("c", 1, DAY.minusDays(9), Map.of("desk", "counter")),
                        new InForce("c", 2, DAY, Map.of("desk", "personal")),
                        new InForce("c", 3, DAY.plusDays(1), Map.of("desk", "other"))),
                Map.of());
        return new ResponseMarks(survey, touchpoints, editions).of(new ResponseReceived("s", 1, Instant.EPOCH,
                List.of(answers), circumstances, null, List.of(), Instant.EPOCH, null), DAY).marks();
    }

    private static Answer answer(String question, int value) {
        return Answer.ofMark(question, BigDecimal.valueOf(value));
    }

    private static BigDecimal mark(List<CountedResponse.Mark> marks, Slice slice) {
        return marks.stream().filter(mark -> mark.slice().equals(slice)).map(CountedResponse.Mark::value).findFirst()
                .orElseThrow();
    }

    @Test
    void severalQuestionsForOneIndicatorAreOneMark() {
        List<CountedResponse.Mark> marks = marks(NOWHERE, answer("heard", 9), answer("quick", 6), answer("mark", 6));

        assertThat(marks).filteredOn(mark -> mark.slice().equals(Slice.ALL)).singleElement()
                .satisfies(mark -> assertThat(mark.value()).isEqualByComparingTo("7"));
    }

    @Test
    void aMarkCountsInEverySliceItBelongsTo() {
        assertThat(marks(AT_THE_DESK, answer("heard", 8))).extracting(CountedResponse.Mark::slice).containsExactlyInAnyOrder(
                Slice.ALL, Slice.of(Dimension.CHANNEL, "desk"), Slice.of(Dimension.LAYER, "personal"),
                Slice.of(Dimension.GROUP, "young"), Slice.of(Dimension.TOUCHPOINT, "intake"),
                Slice.of(Dimension.JOURNEY, "support"), Slice.of(Dimension.SERVICE, "passports"),
                Slice.of(Dimension.LOCATION, "Town hall"), Slice.of(Dimension.DEPARTMENT, "Income"),
                Slice.of(Dimension.EDITION, "c|2"), Slice.of(Dimension.PILOT, "trial"), Slice.of(Dimension.NEED, "human"),
                Slice.of(Dimension.NEED_CHANNEL, "human", "desk"), Slice.of(Dimension.NEED_GROUP, "human", "young"));
    }

    @Test
    void theJourneyIsThatOfTheTouchpointUnlessItIsTold() {
        Circumstances atATouchpoint = new Circumstances(null, "intake", null, null, null, null, null);

        assertThat(marks(atATouchpoint, answer("mark", 8))).extracting(CountedResponse.Mark::slice)
                .contains(Slice.of(Dimension.JOURNEY, "application"), Slice.of(Dimension.SERVICE, "passports"));
    }

    @Test
    void whatIsCountedAgainIsWhatItWouldBeHadAllBeenKnownBefore() {
        ResponseReceived response = new ResponseReceived("s", 1, Instant.EPOCH, List.of(answer("heard", 9), answer("mark", 5)),
                new Circumstances("desk", "intake", null, null, null, null, null), null, List.of(), Instant.EPOCH,
                null);
        ResponseMarks early = new ResponseMarks(SURVEY, KnownTouchpoints.NONE, EditionsInForce.NONE);
        ResponseMarks late = new ResponseMarks(SURVEY,
                new KnownTouchpoints(Map.of("intake", "clarity"), Map.of("intake", "application"),
                        Map.of("application", "passports")),
                new EditionsInForce(List.of(new InForce("c", 1, DAY, Map.of("desk", "counter"))), Map.of()));

        assertThat(late.again(early.of(response, DAY))).isEqualTo(late.of(response, DAY))
                .isNotEqualTo(early.of(response, DAY));
        assertThat(early.again(late.of(response, DAY))).isEqualTo(early.of(response, DAY));
    }

    @Test
    void whatIsNotToldIsUnknown() {
        assertThat(marks(NOWHERE, answer("mark", 8))).extracting(mark -> mark.slice().key())
                .containsExactlyInAnyOrder("", "c|2", "UNKNOWN", "UNKNOWN", "UNKNOWN", "UNKNOWN", "UNKNOWN", "UNKNOWN",
                        "UNKNOWN", "UNKNOWN", "UNKNOWN", "UNKNOWN", "UNKNOWN|UNKNOWN", "UNKNOWN|UNKNOWN");
    }

    @Test
    void theQuestionsNeedGoesBeforeTheTouchpoints() {
        List<CountedResponse.Mark> marks = marks(AT_THE_DESK, answer("heard", 9), answer("mark", 5));

        assertThat(mark(marks, Slice.of(Dimension.NEED, "human"))).isEqualByComparingTo("9");
        assertThat(mark(marks, Slice.of(Dimension.NEED, "clarity"))).isEqualByComparingTo("5");
        assertThat(mark(marks, Slice.ALL)).isEqualByComparingTo("7");
    }

    @Test
    void anAverageThatDoesNotComeOutEvenIsRoundedOnce() {
        List<CountedResponse.Mark> marks = marks(NOWHERE, answer("heard", 7), answer("quick", 7), answer("mark", 8));

        assertThat(mark(marks, Slice.ALL)).isEqualByComparingTo("7.333333333333");
    }

    @Test
    void yesIsOneAndATextFeedsNothing() {
        SurveyVersion survey = new SurveyVersion("s", 1, "survey", "c", null, null, Instant.EPOCH, Audience.CUSTOMER, 1,
                List.of(new Question("solved", QuestionType.YES_NO, new Wording("Opgelost?", null), null, List.of(), false,
                        List.of("resolution"), null),
                        new Question("why", QuestionType.TEXT, new Wording("Waarom?", null), null, List.of(), false,
                                List.of(), null)));

        List<CountedResponse.Mark> marks = marks(survey, NOWHERE, new Answer("solved", null, List.of(QuestionType.YES)),
                new Answer("why", null, List.of()));

        assertThat(mark(marks, Slice.ALL)).isEqualByComparingTo("1");
        assertThat(marks).extracting(CountedResponse.Mark::indicator).containsOnly("resolution");
    }

    @Test
    void ofAConceptThatIsOverNoEditionIsInForce() {
        EditionsInForce editions = new EditionsInForce(List.of(new InForce("c", 1, DAY.minusDays(9), Map.of())),
                Map.of("c", DAY));

        assertThat(editions.on("c", DAY)).isPresent();
        assertThat(editions.on("c", DAY.plusDays(1))).isEmpty();
        assertThat(editions.on("c", DAY.minusDays(10))).isEmpty();
    }
}
