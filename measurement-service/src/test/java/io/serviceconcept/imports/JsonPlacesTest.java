package io.serviceconcept.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPlacesTest {

    private static final String LINE = """
            {"id": "r-1", "answers": [{"question": "mark", "value": 8}, {"question": "why"}], "a/b": 1}""";

    @ParameterizedTest
    @CsvSource({ "'', 1", "/id, 8", "/answers, 26", "/answers/0/value, 57", "/answers/1, 61", "/answers/1/value, 61",
            "/answers/12, 26", "/interactionAt, 1", "/a~1b, 90" })
    void aValueHasAPlaceAndWhatIsMissingThatOfWhatShouldHoldIt(String pointer, int column) {
        assertThat(JsonPlaces.column(LINE, pointer)).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource({ "'', 1", "/a, 7" })
    void whatIsNoJsonIsLookedAtAsFarAsItGoes(String pointer, int column) {
        assertThat(JsonPlaces.column("{\"a\": 1, oh", pointer)).isEqualTo(column);
    }
}
