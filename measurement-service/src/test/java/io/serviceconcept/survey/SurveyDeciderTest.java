package io.serviceconcept.survey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.survey.SurveyCommand.DrawUp;
import io.serviceconcept.survey.SurveyCommand.Feed;
import io.serviceconcept.survey.SurveyRejection.Reason;
import io.serviceconcept.survey.SurveyRejection.Unusable;
import io.serviceconcept.survey.SurveyRejection.UnusableIndicators;

class SurveyDeciderTest {

    private static final Scale MARKS = new Scale(BigDecimal.ONE, BigDecimal.TEN);
    private static final SurveyEvent.DrawnUp SURVEY = new SurveyEvent.DrawnUp("s1", "After a video call", "c1", null, null,
            Instant.EPOCH, List.of(question("mark", "i1"), question("ease", "i1", "i2")));

    private static SurveyEvent.Question question(String id, String... indicators) {
        return new SurveyEvent.Question(id, new SurveyEvent.Wording("Hoe ging het?", null), MARKS, List.of(indicators),
                null);
    }

    private static DeciderSpec<SurveyCommand, Survey, SurveyEvent, SurveyRejection> spec() {
        return DeciderSpec.of(new SurveyDecider());
    }

    @Test
    void aSurveyIsDrawnUp() {
        spec().when(new DrawUp(SURVEY, Map.of("i1", new Feed.Marks(MARKS), "i2", new Feed.Marks(MARKS)))).then(SURVEY);
    }

    @Test
    void aScaleIsTheSameWhateverItsDecimals() {
        Scale spelt = new Scale(new BigDecimal("1.0"), new BigDecimal("10.00"));

        spec().when(new DrawUp(SURVEY, Map.of("i1", new Feed.Marks(spelt), "i2", new Feed.Marks(MARKS)))).then(SURVEY);
    }

    @Test
    void everyIndicatorThatCannotBeFedIsListed() {
        spec().when(new DrawUp(SURVEY, Map.of("i2", new Feed.Counts())))
                .thenRejected(new UnusableIndicators(List.of(new Unusable(0, 0, Reason.UNKNOWN),
                        new Unusable(1, 0, Reason.UNKNOWN), new Unusable(1, 1, Reason.NOT_A_MEAN))));
    }

    @Test
    void aMeanDoesNotMixScales() {
        Scale five = new Scale(BigDecimal.ONE, new BigDecimal("5"));

        spec().when(new DrawUp(SURVEY, Map.of("i1", new Feed.Marks(MARKS), "i2", new Feed.Marks(five))))
                .thenRejected(new UnusableIndicators(List.of(new Unusable(1, 1, Reason.OTHER_SCALE))));
    }

    @Test
    void aSurveyIsDrawnUpOnce() {
        spec().given(SURVEY).when(new DrawUp(SURVEY, Map.of())).thenRejected(new SurveyRejection.AlreadyDrawnUp());
    }
}
