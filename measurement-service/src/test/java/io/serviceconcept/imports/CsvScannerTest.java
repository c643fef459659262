package io.serviceconcept.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class CsvScannerTest {

    private static List<String> records(String file, int width) {
        Window window = new Window(file.getBytes(StandardCharsets.UTF_8), ImportJob.Place.BEGINNING, true);
        CsvScanner scanner = new CsvScanner(window, ',', width);
        List<String> records = new ArrayList<>();
        for (Found found = scanner.next(); found != null; found = scanner.next()) {
            records.add(switch (found) {
                case Found.Readable(long line, byte[] bytes) -> line + ": " + new String(bytes, StandardCharsets.UTF_8);
                case Found.Broken(LineError error) -> error.line() + "! " + error.column() + " " + error.message();
            });
        }
        return records;
    }

    @Test
    void aQuotedFieldMayGoOverLines() {
        assertThat(records("a,\"b\nc\"\nd,e\n", 2)).containsExactly("1: a,\"b\nc\"", "3: d,e");
    }

    @Test
    void aQuotedFieldMayHoldQuotesAndDelimiters() {
        assertThat(records("\"a \"\"b\"\", c\",d\r\n", 2)).containsExactly("1: \"a \"\"b\"\", c\",d\r");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsLineAlone() {
        assertThat(records("a,\"b\nc,d\ne,f", 2)).containsExactly("1! 2 a quote is opened and not closed", "2: c,d",
                "3: e,f");
    }

    @Test
    void aQuoteThatIsClosedByThatOfAnotherLineCostsItsLineAlone() {
        assertThat(records("a,\"b\nc,\"d\"\ne,f", 2)).containsExactly("1! 2 a quote is opened and not closed",
                "2: c,\"d\"", "3: e,f");
        assertThat(records("a,\"b\nc,d\",e\nf,g", 2)).containsExactly("1! 2 a quote is opened and not closed",
                "2! 2 a quote is within a field that does not begin with one", "3: f,g");
    }

    @Test
    void whatFollowsOnAClosingQuoteIsAFault() {
        assertThat(records("a,\"b\"c\nd,e", 2)).containsExactly("1! 2 something follows on a closing quote", "2: d,e");
    }

    @Test
    void aLineThatIsTooLongIsLeftOut() {
        String tooLong = "x".repeat(Window.LONGEST + 5);

        assertThat(records("a,b\n" + tooLong + "\nc,d\n", 2)).containsExactly("1: a,b",
                "2! 1 is longer than 1048576 bytes", "3: c,d");
    }

    @Test
    void aLineThatIsLongerThanAllThatIsLookedAtIsLeftLittleByLittle() {
        byte[] stretch = "x".repeat(Window.LONGEST + 5).getBytes(StandardCharsets.UTF_8);
        Window first = new Window(stretch, ImportJob.Place.BEGINNING, false);

        assertThat(new CsvScanner(first, ',', 2).next()).isInstanceOf(Found.Broken.class);
        assertThat(first.place()).isEqualTo(new ImportJob.Place(stretch.length, 1, true));

        Window second = new Window(stretch, first.place(), false);
        assertThat(new CsvScanner(second, ',', 2).next()).isNull();

        Window third = new Window("xx\na,b".getBytes(StandardCharsets.UTF_8), second.place(), true);
        assertThat(new CsvScanner(third, ',', 2).next()).isInstanceOfSatisfying(Found.Readable.class,
                found -> assertThat(found.line()).isEqualTo(2));
        assertThat(third.isUsedUp()).isTrue();
    }

    @Test
    void whatDoesNotEndHereIsLeftForTheNextLook() {
        Window window = new Window("a,b\nc,".getBytes(StandardCharsets.UTF_8), ImportJob.Place.BEGINNING, false);
        CsvScanner scanner = new CsvScanner(window, ',', 2);

        assertThat(scanner.next()).isNotNull();
        assertThat(scanner.next()).isNull();
        assertThat(window.place()).isEqualTo(new ImportJob.Place(4, 2, false));
    }
}
