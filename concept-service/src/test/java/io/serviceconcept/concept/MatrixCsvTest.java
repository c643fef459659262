package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.channel;
import static io.serviceconcept.concept.Given.need;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.serviceconcept.concept.ConceptCommand.AssessFits.Cell;
import io.serviceconcept.concept.MatrixCsv.Dialect;

/** The matrix as a table: written, read, and everything that can be wrong with it. */
class MatrixCsvTest {

    private static final Parts PARTS = Parts.NONE.with(channel("web", "Web", "l1"), 1).with(channel("desk", "Balie", "l1"), 2)
            .with(channel("fax", "Fax", "l1").with(ChannelStatus.RETIRED), 3).with(need("n1", "Speed", null), 4)
            .with(need("n2", "Eén loket", null), 5);

    @ParameterizedTest
    @ValueSource(strings = { "need,Web,Balie\r\nSpeed,4,0\r\nEén loket,,2\r\n", "need;Web;Balie\nSpeed;4;0\nEén loket;;2",
            "\uFEFFbehoefte;web;BALIE\r\n\"speed\"; 4 ;\"0\"\r\n\r\nEEN  LOKET;;2\r\n;;\r\n",
            "\tWeb\tBalie\nSpeed\t4\t0\nEén loket\t\t2\n" })
    void aTableIsReadAsItIsWrittenInManyPlaces(String csv) throws Exception {
        MatrixImport.Read read = read(csv);

        assertThat(read.faults()).isEmpty();
        assertThat(read.cells()).containsExactly(new Cell("n1", "web", 4), new Cell("n1", "desk", 0),
                new Cell("n2", "desk", 2));
    }

    @Test
    void everythingThatIsWrongIsNamedWithItsLineAndColumn() throws Exception {
        MatrixImport.Read read = read("""
                need,Web,Telex,WEB,Fax
                Speed,5,1,1,2
                "Speed
                 of light",3
                Speed,2.5,,,
                ,1
                Eén loket,x,,,,4
                """);

        assertThat(read.faults()).extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.code()).containsExactly(
                "1:3 unknown-channel", "1:4 duplicate-channel", "1:5 channel-is-retired", "2:2 off-the-scale",
                "3:1 unknown-need", "5:1 duplicate-need", "5:2 off-the-scale", "6:1 no-need", "7:2 off-the-scale",
                "7:6 no-channel");
    }

    @Test
    void aRetiredChannelMayStandThereEmpty() throws Exception {
        assertThat(read("need,Web,Fax\nSpeed,4,\n").faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\uFEFF", "need,Web\n", "need,Web\nSpeed,\"4\nEén loket,2", "need,\"Web\"x\nSpeed,4",
            "\n\n\n" })
    void whatIsNoTableIsRefused(String csv) {
        assertThatThrownBy(() -> read(csv)).isInstanceOf(MatrixCsv.Unreadable.class);
    }

    @Test
    void aTableHasAnEnd() {
        assertThatThrownBy(() -> MatrixCsv.read("need,Web\n" + "Speed,1\n".repeat(MatrixCsv.MOST_LINES)))
                .isInstanceOf(MatrixCsv.Unreadable.class);
        assertThatThrownBy(() -> MatrixCsv.read("need" + ",Web".repeat(MatrixCsv.MOST_COLUMNS) + "\nSpeed,1\n"))
                .isInstanceOf(MatrixCsv.Unreadable.class);
    }

    @Test
    void aTableIsWrittenForProgramsAndForSpreadsheets() {
        assertThat(written(Dialect.RFC4180, "Speed", "Web"))
                .isEqualTo("\"need\",\"Web\"\r\n\"Speed\",\"2.5\"\r\n");
        assertThat(written(Dialect.EXCEL, "Speed", "Web"))
                .isEqualTo("\uFEFF\"need\";\"Web\"\r\n\"Speed\";\"2,5\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+31", "-", "@SUM(A1)", " =HYPERLINK(\"x\")", "'=1", "''@x", "a;=1+1", "a,\"=1\"",
            "＝1", "'quoted'", "two\nlines", "\t=1", "O'Neill" })
    void noNameIsTakenForAFormulaAndEachComesBackAsItWas(String name) throws Exception {
        for (Dialect dialect : Dialect.values()) {
            String csv = written(dialect, name, name);

            assertThat(csv).doesNotContainPattern("(?m)(^|\\uFEFF|[,;])\"\\s*[=+\\-@＝]");
            MatrixImport.Read read = MatrixImport.read(
                    MatrixCsv.read(csv.replace("2.5", "3").replace("2,5", "3")),
                    Parts.NONE.with(channel("c", name, "l1"), 1).with(need("n", name, null), 2), Assessments.NONE);
            assertThat(read.faults()).isEmpty();
            assertThat(read.cells()).containsExactly(new Cell("n", "c", 3));
        }
    }

    private static MatrixImport.Read read(String csv) throws MatrixCsv.Unreadable {
        return MatrixImport.read(MatrixCsv.read(csv), PARTS, Assessments.NONE);
    }

    private static String written(Dialect dialect, String need, String channel) {
        return MatrixCsv.write(dialect, List.of(need("n", need, null)), List.of(channel("c", channel, "l1")),
                (n, c) -> new BigDecimal("2.5"));
    }
}
