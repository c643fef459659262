package io.serviceconcept.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.serviceconcept.concept.Offer.AnswerTime;
import io.serviceconcept.concept.Offer.AnswerTimeUnit;

class WordsTest {

    @Test
    void everyWordIsThereInBothLanguages() {
        assertThat(bundle(Words.DUTCH).keySet()).isEqualTo(bundle(Words.ENGLISH).keySet());
        assertThat(bundle(Words.DUTCH).keySet()).allSatisfy(key -> {
            assertThat(Words.DUTCH.say(key)).isNotBlank();
            assertThat(Words.ENGLISH.say(key)).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({ "nl, nl", "nl-BE, nl", "'de, nl;q=0.8, en;q=0.5', nl", "'en-GB, nl;q=0.9', en", "de, en" })
    void theLanguageIsTheOneTheReaderPrefers(String header, String language) {
        assertThat(Words.preferred(header).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "*", ";;;", "nl;q=much", "a b c" })
    void whatCannotBeReadIsEnglish(String header) {
        assertThat(Words.preferred(header)).isEqualTo(Words.ENGLISH);
    }

    @Test
    void timesDaysLanguagesAndChannelsAreSaidInWords() {
        assertThat(Words.DUTCH.within(new AnswerTime(2, AnswerTimeUnit.WORKING_DAYS))).isEqualTo("binnen 2 werkdagen");
        assertThat(Words.ENGLISH.within(new AnswerTime(1, AnswerTimeUnit.HOURS))).isEqualTo("within 1 hour");
        assertThat(Words.DUTCH.day(DayOfWeek.MONDAY)).isEqualTo("maandag");
        assertThat(Words.DUTCH.languageName("en")).isEqualTo("Engels");
        assertThat(Words.ENGLISH.languageName("nl-BE")).isEqualTo("Dutch (Belgium)");
        assertThat(Words.DUTCH.channelKind("VIDEO_CALL")).isEqualTo("Videobellen");
        assertThat(Words.DUTCH.channelKind("KIOSK_IN_TOWN")).isEqualTo("Kiosk in town");
    }

    private static ResourceBundle bundle(Words words) {
        return ResourceBundle.getBundle("io.serviceconcept.language.words", words.locale());
    }
}
