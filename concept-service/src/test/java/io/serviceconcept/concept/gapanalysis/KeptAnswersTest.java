package io.serviceconcept.concept.gapanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.gapanalysis.KeptAnswers.Answer;
import io.serviceconcept.concept.gapanalysis.KeptAnswers.Question;

class KeptAnswersTest {

    private final KeptAnswers kept = new KeptAnswers();

    private static Question about(String concept) {
        return new Question("o", concept, Scope.EXISTING, Basis.ASSESSED);
    }

    private static Answer of(int bytes) {
        return new Answer(1, Measurements.NONE, "tag", new byte[bytes], new Pieces());
    }

    @Test
    void anAnswerIsThatOfItsQuestionAlone() {
        Answer answer = of(10);
        kept.keep(about("a"), answer);

        assertThat(kept.find(about("a"))).containsSame(answer);
        assertThat(kept.find(new Question("other", "a", Scope.EXISTING, Basis.ASSESSED))).isEmpty();
        assertThat(kept.find(new Question("o", "a", Scope.PLANNED, Basis.ASSESSED))).isEmpty();
        assertThat(kept.find(new Question("o", "a", Scope.EXISTING, Basis.MEASURED))).isEmpty();
    }

    @Test
    void thereIsRoomForSoManyBytes() {
        List<String> ten = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
        ten.forEach(concept -> kept.keep(about(concept), of(7_000_000)));

        assertThat(ten).filteredOn(concept -> kept.find(about(concept)).isPresent()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aNewAnswerTakesThePlaceOfTheOneBefore() {
        for (int i = 0; i < 5; i++) {
            kept.keep(about("a"), of(7_000_000));
        }

        assertThat(kept.find(about("a"))).isPresent();
        kept.keep(about("a"), of(17_000_000));
        assertThat(kept.find(about("a"))).as("too large").isEmpty();
    }
}
