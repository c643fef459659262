package io.serviceconcept.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.serviceconcept.document.HeatMap.Band;
import io.serviceconcept.document.HeatMap.Label;
import io.serviceconcept.document.HeatMap.Square;
import io.serviceconcept.document.HeatMapDrawing.Column;
import io.serviceconcept.document.MatrixTable.Row;
import io.serviceconcept.document.MatrixTable.Shade;

class HeatMapDrawingTest {

    private static HeatMapDrawing drawing(List<HeatMapDrawing.Column> columns) {
        return new HeatMapDrawing(columns, new ShortenedNames());
    }

    @Test
    void namesThatAreCutOffAlikeAreToldApartByTheirNumbers() {
        ShortenedNames shortened = new ShortenedNames();
        String one = "A channel with a name that goes on and on, far beyond what a column has room for: one";
        String other = "A channel with a name that goes on and on, far beyond what a column has room for: another";
        HeatMap picture = only(new HeatMapDrawing(List.of(column(one, "Personal", 0), column(other, "Personal", 1),
                column("Desk", "Personal", 2)), shortened).of(List.of(row("Need", true, "1", "2", "3"))));

        assertThat(texts(picture, "channel")).filteredOn(text -> text.contains("…")).satisfiesExactly(
                text -> assertThat(text).endsWith("… (1)"), text -> assertThat(text).endsWith("… (2)"));
        assertThat(shortened.inOrder()).containsExactly(one, other);
    }

    @Test
    void needsAreRowsAndTheChannelsOfALayerStandTogether() {
        HeatMap picture = only(drawing(List.of(column("Desk", "Personal", 0), column("Video", "Personal", 1),
                column("Website", "Self", 2)))
                .of(List.of(row("Being heard", true, "", "4", "0"), row("In person", false, "3.5", "1", "2"))));

        assertThat(picture.bands()).containsExactly(new Band(310, 88), new Band(404, 44));
        assertThat(picture.width()).isEqualTo(448);
        assertThat(texts(picture, "layer")).containsExactly("Personal", "Self");
        assertThat(texts(picture, "channel")).containsExactly("Desk", "Video", "Website");
        assertThat(texts(picture, "core")).containsExactly("Being heard");
        assertThat(texts(picture, "need")).containsExactly("In person");
        assertThat(picture.squares()).extracting(Square::fit).containsExactly("", "4", "0", "3.5", "1", "2");
        assertThat(picture.squares()).extracting(Square::level).containsExactly(0, 4, 0, 3, 1, 2);
        assertThat(picture.squares().getFirst().isKnown()).isFalse();
    }

    @Test
    void fortyColumnsStandSideBySideWithinTheDrawing() {
        for (HeatMap picture : large(40, 200)) {
            assertThat(picture.width()).isLessThan(1400);
            assertThat(picture.height()).isLessThan(700);
            List<Square> firstRow = picture.squares().subList(0, 40);
            for (int c = 1; c < 40; c++) {
                assertThat(firstRow.get(c).x()).isGreaterThan(firstRow.get(c - 1).x() + firstRow.get(c - 1).width());
            }
            assertThat(picture.squares()).allSatisfy(square -> {
                assertThat(square.x()).isGreaterThan(HeatMapDrawing.NAMES);
                assertThat(square.x() + square.width()).isLessThan(picture.width());
                assertThat(square.y() + square.height()).isLessThan(picture.height());
            });
        }
    }

    @Test
    void whatDoesNotFitOnAPageGoesOnInTheNextPictureAndNothingIsLost() {
        List<HeatMap> pictures = large(40, 200);

        assertThat(pictures).hasSizeGreaterThan(5);
        assertThat(pictures.stream().mapToInt(picture -> picture.squares().size()).sum()).isEqualTo(200 * 40);
        assertThat(pictures).allSatisfy(picture -> {
            assertThat(texts(picture, "channel")).hasSize(40);
            assertThat(texts(picture, "core")).as("starts with a core need").isNotEmpty();
        });
    }

    @Test
    void aCoreNeedWithMoreSubNeedsThanFitIsDividedAllTheSame() {
        List<Row> family = new ArrayList<>(List.of(row("Core", true, "1")));
        IntStream.range(0, 50).forEach(n -> family.add(row("Sub " + n, false, "2")));

        List<HeatMap> pictures = drawing(List.of(column("Desk", "Personal", 0))).of(family);

        assertThat(pictures).hasSize(3);
        assertThat(pictures.stream().flatMap(picture -> texts(picture, "need").stream())).hasSize(50);
    }

    @Test
    void aNameThatIsTooLongForAColumnIsShortenedAndSaidWhole() {
        String name = "A channel with a name that goes on and on, far beyond what a column has room for, and then some";

        HeatMap picture = only(drawing(List.of(column(name, "Personal", 0))).of(List.of(row("Need", true, "1"))));

        List<Label> lines = picture.labels().stream().filter(label -> label.kind().equals("channel")).toList();
        assertThat(lines).hasSize(3).extracting(Label::whole).containsOnly(name);
        assertThat(lines.getLast().text()).endsWith("… (1)");
        assertThat(lines).allSatisfy(line -> assertThat(line.turned()).isTrue());
    }

    @Test
    void theNameOfALayerIsTurnedOnlyWhereItDoesNotFit() {
        HeatMap picture = only(drawing(List.of(column("Desk", "Self-service", 0), column("Phone", "Ours", 1)))
                .of(List.of(row("Need", true, "1", "2"))));

        assertThat(picture.labels()).filteredOn(label -> label.kind().equals("layer")).extracting(Label::text, Label::turned)
                .containsExactly(tuple("Self-service", true),
                        tuple("Ours", false));
    }

    private static List<HeatMap> large(int channels, int needs) {
        List<Column> columns = IntStream.range(0, channels).mapToObj(c -> column("Channel " + c, "Layer " + c / 13, c))
                .toList();
        String[] fits = IntStream.range(0, channels).mapToObj(c -> Integer.toString(c % 5)).toArray(String[]::new);
        return drawing(columns)
                .of(IntStream.range(0, needs).mapToObj(n -> row("Need " + n, n % 8 == 0, fits)).toList());
    }

    private static Column column(String channel, String layer, int at) {
        return new Column(channel, layer, at);
    }

    private static Row row(String need, boolean core, String... fits) {
        return new Row(need, core, List.of(fits).stream()
                .map(fit -> fit.isEmpty() ? Shade.NONE : new Shade(fit, Character.digit(fit.charAt(0), 10))).toList());
    }

    private static List<String> texts(HeatMap picture, String kind) {
        return picture.labels().stream().filter(label -> label.kind().equals(kind)).map(Label::text).toList();
    }

    private static HeatMap only(List<HeatMap> pictures) {
        assertThat(pictures).hasSize(1);
        return pictures.getFirst();
    }
}
