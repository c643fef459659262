package io.serviceconcept.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class WrappedTest {

    @Test
    void linesBreakBetweenWords() {
        assertThat(Wrapped.lines(List.of("Desk", "Video call", "Phone"), ", ", 12)).containsExactly("Desk, Video",
                "call, Phone");
    }

    @Test
    void aWordThatFillsALineIsBrokenWithoutLosingALetter() {
        List<String> lines = Wrapped.lines(List.of("a" + "b".repeat(30)), ", ", 10);

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(10));
        assertThat(String.join("", lines)).isEqualTo("a" + "b".repeat(30));
    }

    @Test
    void aCharacterOfTwoHalvesStaysWhole() {
        assertThat(Wrapped.lines(List.of("abc😀def"), ", ", 4)).containsExactly("abc", "😀de", "f");
    }
}
