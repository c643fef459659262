package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.response.ResponseEvent.Answer;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.survey.QuestionType;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyEvent.Wording;
import io.serviceconcept.survey.SurveyVersion;

class ResponseMarksTest {

    private static final Circumstances NOWHERE = new Circumstances(null, null, null, null, null, null, null);
    private static final Circumstances AT_THE_DESK = new Circumstances("desk", "intake", "young", "Town hall", null,
            "support", null);
    private static final SurveyVersion SURVEY = new SurveyVersion("s", 1, "survey", "c", null, null, Instant.EPOCH,
            Audience.CUSTOMER, 1,
            List.of(question("heard", "human"), question("quick", "speed"), question("mark", null)));

    private static Question question(String id, @Nullable String need) {
        return new Question(id, QuestionType.RATING, new Wording(id, null), new Scale(BigDecimal.ONE, BigDecimal.TEN),
                List.of(), false, List.of("satisfaction"), need);
    }

    private static List<ResponseMarks.Mark> marks(Circumstances circumstances, Answer... answers) {
        return new ResponseMarks(SURVEY, Map.of("intake", "clarity")).of(
                new ResponseReceived("s", 1, Instant.EPOCH, List.of(answers), circumstances, null, List.of(),
                        Instant.EPOCH));
    }

    private static Answer answer(String question, int value) {
        return Answer.ofMark(question, BigDecimal.valueOf(value));
    }

    private static BigDecimal mark(List<ResponseMarks.Mark> marks, Slice slice) {
        return marks.stream().filter(mark -> mark.slice().equals(slice)).map(ResponseMarks.Mark::mark).findFirst()
                .orElseThrow();
    }

    @Test
    void severalQuestionsForOneIndicatorAreOneMark() {
        List<ResponseMarks.Mark> marks = marks(NOWHERE, answer("heard", 9), answer("quick", 6), answer("mark", 6));

        assertThat(marks).filteredOn(mark -> mark.slice().equals(Slice.ALL)).singleElement()
                .satisfies(mark -> assertThat(mark.mark()).isEqualByComparingTo("7"));
    }

    @Test
    void aMarkCountsInEverySliceItBelongsTo() {
        assertThat(marks(AT_THE_DESK, answer("heard", 8))).extracting(ResponseMarks.Mark::slice).containsExactlyInAnyOrder(
                Slice.ALL, Slice.of(Dimension.CHANNEL, "desk"), Slice.of(Dimension.GROUP, "young"),
                Slice.of(Dimension.TOUCHPOINT, "intake"), Slice.of(Dimension.JOURNEY, "support"),
                Slice.of(Dimension.LOCATION, "Town hall"), Slice.of(Dimension.NEED, "human"),
                Slice.of(Dimension.NEED_CHANNEL, "human", "desk"), Slice.of(Dimension.NEED_GROUP, "human", "young"));
    }

    @Test
    void whatIsNotToldIsUnknown() {
        assertThat(marks(NOWHERE, answer("mark", 8))).extracting(mark -> mark.slice().key())
                .containsExactlyInAnyOrder("", "UNKNOWN", "UNKNOWN", "UNKNOWN", "UNKNOWN", "UNKNOWN", "UNKNOWN",
                        "UNKNOWN|UNKNOWN", "UNKNOWN|UNKNOWN");
    }

    @Test
    void theQuestionsNeedGoesBeforeTheTouchpoints() {
        List<ResponseMarks.Mark> marks = marks(AT_THE_DESK, answer("heard", 9), answer("mark", 5));

        assertThat(mark(marks, Slice.of(Dimension.NEED, "human"))).isEqualByComparingTo("9");
        assertThat(mark(marks, Slice.of(Dimension.NEED, "clarity"))).isEqualByComparingTo("5");
        assertThat(mark(marks, Slice.ALL)).isEqualByComparingTo("7");
    }

    @Test
    void anAverageThatDoesNotComeOutEvenIsRoundedOnce() {
        List<ResponseMarks.Mark> marks = marks(NOWHERE, answer("heard", 7), answer("quick", 7), answer("mark", 8));

        assertThat(mark(marks, Slice.ALL)).isEqualByComparingTo("7.333333333333");
    }
}
