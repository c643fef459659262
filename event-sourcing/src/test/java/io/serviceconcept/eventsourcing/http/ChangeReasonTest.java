package io.serviceconcept.eventsourcing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeReasonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "A typing error | A typing error", "'  too late ' | too late",
            "5 %25 more | 5 % more",
            "%F0%9F%98%80 | 😀", "%20%0Aok | ok" })
    void isTextOrPercentEncodedText(String header, String reason) {
        assertThat(ChangeReason.of(header)).isEqualTo(reason);
    }

    @Test
    void nobodyHasToGiveOne() {
        assertThat(ChangeReason.of(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "%", "%2", "100 %", "5 % more", "%zz", "%C3", "%C3%28", "%ED%A0%80", "%FF", "caf\u00e9" })
    void aBrokenEncodingIsRefused(String header) {
        assertThatThrownBy(() -> ChangeReason.of(header)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Change-Reason is percent-encoded UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a%0Ab", "a%00b", "a\tb", "a%7Fb", "a%C2%85b" })
    void controlCharactersAreRefused(String header) {
        assertThatThrownBy(() -> ChangeReason.of(header)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Change-Reason has no control characters");
    }

    @Test
    void itHasFrom1To1000Characters() {
        String most = "😀".repeat(ChangeReason.MOST);

        assertThat(ChangeReason.of(URLEncoder.encode(most, StandardCharsets.UTF_8))).isEqualTo(most);
        assertThat(ChangeReason.of(" " + "a".repeat(1_000) + " ")).hasSize(1_000);
        assertThatThrownBy(() -> ChangeReason.of("a".repeat(1_001))).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Change-Reason has 1-1,000 characters");
        assertThatThrownBy(() -> ChangeReason.of(" %20 ")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Change-Reason has 1-1,000 characters");
    }
}
