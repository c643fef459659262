package io.serviceconcept.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineWriterTest {

    private static String written(ExportFormat format, Map<String, Object> line) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineWriter writer = new LineWriter(format, List.of("key", "figure"), out);
        writer.write(line);
        writer.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aNumberIsWrittenAsItIs() throws IOException {
        Map<String, Object> line = Map.of("figure", new BigDecimal("-6.12"), "key", "a \"b\", c");

        assertThat(written(ExportFormat.CSV, line)).isEqualTo("key,figure\r\n\"a \"\"b\"\", c\",-6.12\r\n");
        assertThat(written(ExportFormat.NDJSON, line)).isEqualTo("{\"key\":\"a \\\"b\\\", c\",\"figure\":-6.12}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\r", "＝1", "'=1" })
    void aTextThatASpreadsheetWouldComputeHasAnApostropheInFront(String text) throws IOException {
        assertThat(written(ExportFormat.CSV, Map.of("key", text))).contains("'" + text);
        assertThat(written(ExportFormat.NDJSON, Map.of("key", text))).doesNotContain("'" + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '|', value = {
            "a;=HYPERLINK(|1|) # a;'=HYPERLINK(|1|)", "a; \"=1 # a;' \"\"=1", "3;-4 # 3;'-4", "a;b=c # a;b=c", "a-b # a-b" })
    void aTextThatASpreadsheetWouldDivideAtSemicolonsHasAnApostropheInEach(String text, String told) throws IOException {
        assertThat(written(ExportFormat.CSV, Map.of("key", text))).contains(told);
    }

    @Test
    void aTabBeginsACellAsWell() throws IOException {
        assertThat(written(ExportFormat.CSV, Map.of("key", "a\t=1"))).contains("a\t'=1");
        assertThat(written(ExportFormat.CSV, Map.of("key", "\t=1"))).contains("'\t'=1");
        assertThat(written(ExportFormat.CSV, Map.of("key", "a\n=1"))).contains("a\n'=1");
    }

    @Test
    void whatIsNotAColumnIsLeftOut() throws IOException {
        assertThat(written(ExportFormat.NDJSON, Map.of("stream", "x"))).isEqualTo("{}\n");
        assertThat(written(ExportFormat.CSV, Map.of("stream", "x"))).isEqualTo("key,figure\r\n\"\",\r\n");
    }
}
