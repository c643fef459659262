package io.serviceconcept.eventsourcing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(strings = { "nl", "NL", "nl-BE", "en;q=0.8, nl", "fr, nl;q=0.5", "nl, *;q=0.1", "en;q=0, nl;q=0.1" })
    void isDutchForWhomPrefersIt(String accepted) {
        assertThat(Language.of(accepted)).isEqualTo(Language.DUTCH);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "en", "en-GB, nl;q=0.9", "fr", "*", "nl;q=0", "nl;q=0, *", "nl;q=x", ";;", "<script>" })
    void isEnglishForEverybodyElse(String accepted) {
        assertThat(Language.of(accepted)).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "is required | is verplicht", "is 1-200 | is 1-200",
            "must be at most 100 characters long | mag hoogstens 100 tekens lang zijn",
            "integer found, string expected | is geheel getal; verwacht wordt tekst",
            "7 things are wrong with this request. The first 2 are listed. "
                    + "| Er zijn 7 dingen mis met dit verzoek. De eerste 2 staan erbij.",
            "is not JSON at line 1, column 12 | is geen JSON op regel 1, kolom 12",
            "what nobody translated | what nobody translated" })
    void whatIsNamedStaysInItsPlace(String english, String dutch) {
        assertThat(Translations.dutch().text(english)).isEqualTo(dutch);
    }

    @Test
    void whatIsNamedMayHoldAnything() {
        Sentence sentence = Sentence.of("The {0} \"{1}\" is {0}.", "{1} is {0}");

        assertThat(sentence.named("The need \"a $1 \\ {0}\" is need.")).containsExactly("need", "a $1 \\ {0}", "need");
        assertThat(sentence.dutch(List.of("need", "a $1 \\ {0}", "need"), Map.of())).isEqualTo("a $1 \\ {0} is need");
        assertThat(sentence.dutch(List.of("need", "need", "need"), Map.of("need", "behoefte")))
                .as("what a caller chose is not translated").isEqualTo("need is behoefte");
        assertThat(sentence.named("The need \"\" is")).isNull();
        assertThat(Sentence.of("{0} and {0}", "").named(" an")).isNull();
    }
}
