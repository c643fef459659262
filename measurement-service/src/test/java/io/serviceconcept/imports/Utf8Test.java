package io.serviceconcept.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" })
    void anotherEncodingOfUnicodeIsSeenByTheBeginning(String encoding) {
        assertThat(Utf8.isOtherUnicode("id,mark".getBytes(Charset.forName(encoding)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "id,mark", "\uFEFFid", "i", "", "\u00e9" })
    void textInUtf8IsNot(String text) {
        assertThat(Utf8.isOtherUnicode(text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void thePlaceOfWhatIsNotUtf8IsACharacter() {
        byte[] bytes = "\u00e9\u00e9?".getBytes(StandardCharsets.UTF_8);
        bytes[4] = (byte) 0xE9;

        assertThat(Utf8.brokenAt(bytes)).isEqualTo(3);
    }
}
