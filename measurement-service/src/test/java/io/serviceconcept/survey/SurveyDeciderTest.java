package io.serviceconcept.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.survey.SurveyCommand.DrawUp;
import io.serviceconcept.survey.SurveyCommand.Feed;
import io.serviceconcept.survey.SurveyCommand.Revise;
import io.serviceconcept.survey.SurveyEvent.DrawnUp;
import io.serviceconcept.survey.SurveyEvent.Option;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyEvent.Revised;
import io.serviceconcept.survey.SurveyEvent.Wording;
import io.serviceconcept.survey.SurveyRejection.Reason;
import io.serviceconcept.survey.SurveyRejection.Unusable;
import io.serviceconcept.survey.SurveyRejection.UnusableIndicators;

class SurveyDeciderTest {

    private static final Scale MARKS = new Scale(BigDecimal.ONE, BigDecimal.TEN);
    private static final Scale FIVE = new Scale(BigDecimal.ONE, BigDecimal.valueOf(5));
    private static final Instant LATER = Instant.EPOCH.plusSeconds(1);
    private static final Instant EVEN_LATER = Instant.EPOCH.plusSeconds(2);
    private static final Map<String, Feed> FEEDS = Map.of("i1", new Feed.Marks(MARKS), "i2", new Feed.Marks(MARKS));
    private static final Question MARK = rating("mark", "Hoe ging het?", MARKS, "i1");
    private static final Question EASE = rating("ease", "Hoe makkelijk?", MARKS, "i1", "i2");
    private static final DrawnUp SURVEY = survey(Instant.EPOCH, MARK, EASE);

    private static Question rating(String id, String text, Scale scale, String... indicators) {
        return new Question(id, QuestionType.RATING, new Wording(text, null), scale, List.of(), false, List.of(indicators),
                null);
    }

    private static Question choice(QuestionType type, @Nullable String... values) {
        List<Option> options = Arrays.stream(values).map(value -> new Option("o" + value, new Wording("o", null),
                value == null ? null : new BigDecimal(value))).toList();
        return new Question("choice", type, new Wording("?", null), null, options, false, List.of("i1"), null);
    }

    private static DrawnUp survey(Instant inUseFrom, Question... questions) {
        return new DrawnUp("s1", "After a video call", "c1", null, null, inUseFrom, Audience.CUSTOMER, 1,
                List.of(questions));
    }

    private static Revised second(List<String> breaks, Question... questions) {
        return new Revised("s1", 2, "After a video call", "c1", null, null, LATER, Audience.CUSTOMER, 1,
                List.of(questions), breaks, null);
    }

    private static Revised recomposed(List<String> breaks, List<String> indicators, Question... questions) {
        return recomposed(2, breaks, indicators, questions);
    }

    private static Revised recomposed(int version, List<String> breaks, @Nullable List<String> indicators,
            Question... questions) {
        return new Revised("s1", version, "After a video call", "c1", null, null, version == 2 ? LATER : EVEN_LATER,
                Audience.CUSTOMER, 1, List.of(questions), breaks, indicators);
    }

    private static DeciderSpec<SurveyCommand, Survey, SurveyEvent, SurveyRejection> spec() {
        return DeciderSpec.of(new SurveyDecider());
    }

    private static void refuses(Question question, Feed feed, Reason reason) {
        spec().when(new DrawUp(survey(Instant.EPOCH, question), Map.of("i1", feed), Set.of()))
                .thenRejected(new UnusableIndicators(List.of(new Unusable(0, 0, reason))));
    }

    private static void takes(Question question, Feed feed) {
        DrawnUp survey = survey(Instant.EPOCH, question);
        spec().when(new DrawUp(survey, Map.of("i1", feed), Set.of())).then(survey);
    }

    @Test
    void aSurveyIsDrawnUp() {
        spec().when(new DrawUp(SURVEY, FEEDS, Set.of())).then(SURVEY);
    }

    @Test
    void aScaleIsTheSameWhateverItsDecimals() {
        Scale spelt = new Scale(new BigDecimal("1.0"), new BigDecimal("10.00"));

        spec().when(new DrawUp(SURVEY, Map.of("i1", new Feed.Marks(spelt), "i2", new Feed.Marks(MARKS)), Set.of()))
                .then(SURVEY);
    }

    @Test
    void everyIndicatorThatCannotBeFedIsListed() {
        spec().when(new DrawUp(SURVEY, Map.of("i2", new Feed.Counts()), Set.of()))
                .thenRejected(new UnusableIndicators(List.of(new Unusable(0, 0, Reason.UNKNOWN),
                        new Unusable(1, 0, Reason.UNKNOWN), new Unusable(1, 1, Reason.TAKES_NO_ANSWERS))));
    }

    @Test
    void aMeanDoesNotMixScales() {
        spec().when(new DrawUp(SURVEY, Map.of("i1", new Feed.Marks(MARKS), "i2", new Feed.Marks(FIVE)), Set.of()))
                .thenRejected(new UnusableIndicators(List.of(new Unusable(1, 1, Reason.OTHER_SCALE))));
    }

    @Test
    void whatIsChosenFeedsAScaleThatHoldsTheValuesOfAllOptions() {
        takes(choice(QuestionType.SINGLE_CHOICE, "1", "5"), new Feed.Marks(FIVE));
        takes(choice(QuestionType.MULTIPLE_CHOICE, "1", null), new Feed.Marks(FIVE));
        refuses(choice(QuestionType.SINGLE_CHOICE, "1", "6"), new Feed.Marks(FIVE), Reason.OTHER_SCALE);
        refuses(choice(QuestionType.SINGLE_CHOICE, null, null), new Feed.Marks(FIVE), Reason.NO_NUMBER);
    }

    @Test
    void aShareTakesWhatHoldsOrDoesNot() {
        takes(choice(QuestionType.YES_NO), new Feed.Parts());
        takes(choice(QuestionType.SINGLE_CHOICE, "0", "1"), new Feed.Parts());
        refuses(choice(QuestionType.SINGLE_CHOICE, "0", "2"), new Feed.Parts(), Reason.NOT_YES_OR_NO);
        refuses(MARK, new Feed.Parts(), Reason.NOT_YES_OR_NO);
    }

    @Test
    void whatIsWrittenFeedsNothing() {
        refuses(choice(QuestionType.TEXT), new Feed.Marks(FIVE), Reason.NO_NUMBER);
        refuses(choice(QuestionType.TEXT), new Feed.Parts(), Reason.NO_NUMBER);
    }

    @Test
    void aSurveyIsDrawnUpOnce() {
        spec().given(SURVEY).when(new DrawUp(SURVEY, Map.of(), Set.of())).thenRejected(new SurveyRejection.AlreadyDrawnUp());
    }

    @Test
    void aRevisionThatAsksTheSameBreaksNothing() {
        Question translated = new Question("mark", QuestionType.RATING, new Wording("Hoe ging het?", "How was it?"),
                new Scale(new BigDecimal("1.0"), BigDecimal.TEN), List.of(), true, List.of("i1"), "need");
        Question other = rating("new", "Nieuw", MARKS, "i3");

        spec().given(SURVEY).when(new Revise(survey(LATER, translated, EASE, other),
                Map.of("i1", new Feed.Marks(MARKS), "i2", new Feed.Marks(MARKS), "i3", new Feed.Marks(MARKS)), Set.of(), false))
                .then(second(List.of(), translated, EASE, other));
    }

    @Test
    void aQuestionMoreBreaksTheIndicatorsThatItIsAveragedInto() {
        Question more = rating("new", "Nieuw", MARKS, "i2");

        spec().given(SURVEY).when(new Revise(survey(LATER, MARK, EASE, more), FEEDS, Set.of(), false))
                .then(recomposed(List.of(), List.of("i2"), MARK, EASE, more));
    }

    @Test
    void aQuestionFewerBreaksTheIndicatorsThatItWasAveragedInto() {
        Question more = rating("new", "Nieuw", MARKS, "i2");

        spec().given(survey(Instant.EPOCH, MARK, EASE, more))
                .when(new Revise(survey(LATER, MARK, EASE), FEEDS, Set.of(), false))
                .then(recomposed(List.of(), List.of("i2"), MARK, EASE));
    }

    @Test
    void anIndicatorThatIsFedAgainByAnotherQuestionIsBrokenAndByTheSameIsNot() {
        Question other = rating("ease", "Hoe makkelijk?", MARKS, "i2");
        DrawnUp first = survey(Instant.EPOCH, MARK, other);
        Revised without = second(List.of(), other);
        Question again = rating("again", "Hoe was het?", MARKS, "i1");
        Question reworded = rating("mark", "Hoe was het?", MARKS, "i1");
        Revised third = recomposed(3, List.of(), List.of("i1"), other, again);

        spec().given(first, without).when(new Revise(survey(EVEN_LATER, other, again), FEEDS, Set.of(), false)).then(third);
        spec().given(first, without).when(new Revise(survey(EVEN_LATER, other, reworded), FEEDS, Set.of(), false))
                .then(recomposed(3, List.of(), List.of("i1"), other, reworded));
        spec().given(first, without).when(new Revise(survey(EVEN_LATER, other, MARK), FEEDS, Set.of(), false))
                .then(recomposed(3, List.of(), null, other, MARK));
        assertThat(third.brokenIndicators()).containsExactly("i1");
    }

    @Test
    void whatABrokenQuestionFeedsIsNotNamedTwice() {
        Question more = rating("new", "Nieuw", MARKS, "i1");
        Question reworded = rating("mark", "Hoe vond u het?", MARKS, "i1");
        Revised revised = second(List.of("mark"), reworded, EASE, more);

        spec().given(SURVEY).when(new Revise(survey(LATER, reworded, EASE, more), FEEDS, Set.of(), false)).then(revised);
        assertThat(revised.brokenIndicators()).containsExactly("i1");
        assertThat(recomposed(List.of("mark"), List.of("i2"), reworded, EASE).brokenIndicators()).containsExactly("i1", "i2");
    }

    @Test
    void anotherWordingOrScaleIsAnInstrumentBreak() {
        Question reworded = rating("mark", "Hoe vond u het?", MARKS, "i1");
        Question rescaled = rating("ease", "Hoe makkelijk?", FIVE);

        spec().given(SURVEY).when(new Revise(survey(LATER, reworded, rescaled), FEEDS, Set.of(), false))
                .then(second(List.of("mark", "ease"), reworded, rescaled));
    }

    @Test
    void anotherQuestionInThePlaceOfOneIsAnInstrumentBreak() {
        Question instead = rating("score", "Hoe vond u het?", MARKS, "i1", "i2");

        spec().given(SURVEY).when(new Revise(survey(LATER, EASE, instead), FEEDS, Set.of(), false))
                .then(second(List.of("score"), EASE, instead));
    }

    @Test
    void theSameQuestionUnderAnotherIdIsNone() {
        Question renamed = new Question("other", MARK.type(), MARK.text(), MARK.scale(), List.of(), true, MARK.indicators(),
                null);

        spec().given(SURVEY).when(new Revise(survey(LATER, EASE, renamed), FEEDS, Set.of(), false))
                .then(second(List.of(), EASE, renamed));
    }

    @Test
    void whatIsAboutEmployeesIsNotFedByASurveyOfCustomers() {
        spec().when(new DrawUp(SURVEY, FEEDS, Set.of("i1")))
                .thenRejected(new UnusableIndicators(List.of(new Unusable(0, 0, Reason.OTHER_AUDIENCE),
                        new Unusable(1, 0, Reason.OTHER_AUDIENCE))));
    }

    @Test
    void otherOptionsAreAnInstrumentBreak() {
        Question before = choice(QuestionType.SINGLE_CHOICE, "1", "2");
        Question after = choice(QuestionType.SINGLE_CHOICE, "1", "2", "3");

        spec().given(survey(Instant.EPOCH, before)).when(new Revise(survey(LATER, after), FEEDS, Set.of(), false))
                .then(second(List.of("choice"), after));
    }

    @Test
    void anotherWayOfAskingBreaksTheWholeSurvey() {
        spec().given(SURVEY).when(new Revise(survey(LATER, MARK, EASE), FEEDS, Set.of(), true))
                .then(second(List.of("mark", "ease"), MARK, EASE));
    }

    @Test
    void aVersionComesIntoUseAfterTheOneBefore() {
        spec().given(SURVEY).when(new Revise(SURVEY, FEEDS, Set.of(), false))
                .thenRejected(new SurveyRejection.NotLater(Instant.EPOCH));
    }

    @Test
    void aSurveyStaysAboutItsConceptAndItsAudience() {
        spec().given(SURVEY)
                .when(new Revise(new DrawnUp("s1", "s", "c1", null, null, LATER, Audience.EMPLOYEE, 10, List.of(MARK)), FEEDS,
                        Set.of(), false))
                .thenRejected(new SurveyRejection.AboutSomethingElse());
    }

    @Test
    void whatWasNotDrawnUpIsNotRevised() {
        spec().when(new Revise(SURVEY, FEEDS, Set.of(), false)).thenRejected(new SurveyRejection.NotDrawnUp());
    }

    /** What somebody answered. */
    private record Given(@Nullable BigDecimal value, List<String> options) implements SurveyEvent.Reply {
    }

    @ParameterizedTest
    @EnumSource(names = { "RATING", "MARK", "NPS" })
    void aMarkIsItsOwnNumber(QuestionType type) {
        assertThat(choice(type).valueOf(new Given(BigDecimal.valueOf(7), List.of()))).isEqualByComparingTo("7");
    }

    @Test
    void yesIsOneAndNoIsNone() {
        assertThat(choice(QuestionType.YES_NO).valueOf(new Given(null, List.of("yes")))).isEqualByComparingTo("1");
        assertThat(choice(QuestionType.YES_NO).valueOf(new Given(null, List.of("no")))).isEqualByComparingTo("0");
    }

    @Test
    void ofSeveralChoicesTheLargestCounts() {
        Question question = choice(QuestionType.MULTIPLE_CHOICE, "1", "5", "3", null);

        assertThat(question.valueOf(new Given(null, List.of("o1", "o3", "onull")))).isEqualByComparingTo("3");
        assertThat(question.valueOf(new Given(null, List.of("onull")))).isNull();
    }
}
