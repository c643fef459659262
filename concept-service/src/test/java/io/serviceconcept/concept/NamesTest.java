package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({ "Straße, STRASSE", "Smørrebrød, smorrebrod", "Łódź, lodz", "Æther, aether", "Cœur, coeur", "Þór, thor",
            "Đorđe, dorde", "Ijsland, Ĳsland", "Isparta, İsparta", "ısparta, Isparta", "STRAẞE, strasse",
            "'Web  site', ' web site'" })
    void namesAreTheSameHoweverTheirLettersAreWritten(String one, String other) {
        assertThat(Names.folded(one)).isEqualTo(Names.folded(other));
    }

    @ParameterizedTest
    @CsvSource({ "Balie 1, Balie 2", "Desk, Disk", "Strase, Strasse" })
    void otherLettersAreOtherNames(String one, String other) {
        assertThat(Names.folded(one)).isNotEqualTo(Names.folded(other));
    }
}
