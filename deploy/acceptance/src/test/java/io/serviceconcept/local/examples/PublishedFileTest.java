package io.serviceconcept.local.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFileTest {

    private static final String HEADER = "hisp,service,year,quarter,question,average_score,description\n";

    private static final String VOLUMES = "hisp,service,year,quarter,universe,surveyed,respondents,response_rate\n";

    @TempDir
    Path folder;

    @Test
    void commasAndQuotesWithinAFieldBelongToIt() {
        List<PublishedFigure> figures = read("ex,desk,2020,1,\"Ease, and speed\",4.70,\"Agreed \"\"it was easy\"\"\"\n");

        assertThat(figures).singleElement().satisfies(figure -> {
            assertThat(figure.question()).isEqualTo("Ease, and speed");
            assertThat(figure.wording()).isEqualTo("Agreed \"it was easy\"");
            assertThat(figure.score()).isEqualByComparingTo("4.7");
            assertThat(figure.service()).isEqualTo("ex/desk");
        });
    }

    @Test
    void aCellWithoutDataHasNoScore() {
        assertThat(read("ex,desk,2019,2,Satisfaction,No Data,Not yet asked\n").getFirst().score()).isNull();
    }

    @Test
    void theFirstFiscalQuarterIsTheLastCalendarQuarterOfTheYearBefore() {
        FiscalQuarter first = new FiscalQuarter(2020, 1);

        assertThat(first.from()).isEqualTo(LocalDate.of(2019, 10, 1));
        assertThat(first.to()).isEqualTo(LocalDate.of(2019, 12, 31));
        assertThat(new FiscalQuarter(2019, 4).to()).isEqualTo(LocalDate.of(2019, 9, 30));
        assertThat(new FiscalQuarter(2019, 2).from()).isEqualTo(LocalDate.of(2019, 1, 1));
    }

    @Test
    void anotherWordingIsNoticedOnceAndOnlyBetweenFigures() {
        List<Wording> wordings = Wording.all(read("""
                ex,desk,2019,4,Openness,4.7,"Agreed ""I was treated fairly""\"
                ex,desk,2019,3,Openness,4.7,"Agreed ""I was treated fairly""\"
                ex,desk,2019,2,Openness,4.8,"Agreed ""I understood""\"
                ex,desk,2019,1,Openness,No Data,Not yet asked
                """));

        assertThat(wordings).extracting(Wording::from).containsExactly(new FiscalQuarter(2019, 1), new FiscalQuarter(2019, 3));
        assertThat(wordings).extracting(wording -> wording.of().get("Openness"))
                .containsExactly("Agreed \"I understood\"", "Agreed \"I was treated fairly\"");
        assertThat(wordings.getLast().changesSince(wordings.getFirst())).singleElement().asString()
                .startsWith("From FY2019 Q3 on 'Openness' is worded").contains("not comparable");
    }

    @Test
    void countsHaveCommasBetweenTheirThousandsAndTheRateIsNotTheRoundedOne() {
        List<PublishedVolume> volumes = PublishedFile.volumes(write(VOLUMES + """
                ex,desk,2020,1,"8,586,476","1,808,680","304,687",17%
                ex,desk,2019,4,999,998,7,1%
                """));

        assertThat(volumes).first().satisfies(volume -> {
            assertThat(volume.customers()).isEqualTo(8_586_476);
            assertThat(volume.offered()).isEqualTo(1_808_680);
            assertThat(volume.answered()).isEqualTo(304_687);
            assertThat(volume.exactRate()).isEqualByComparingTo("16.845821");
            assertThat(volume.rate()).isEqualTo("17%");
        });
        assertThat(volumes.getLast().customers()).isEqualTo(999);
    }

    @Test
    void whatOnlyLooksLikeACountIsNone() {
        for (String count : List.of("1,80", "\"1,80\"", "1.808", "-5", "", "\",5\"")) {
            assertThatThrownBy(() -> PublishedFile.volumes(write(VOLUMES + "ex,desk,2020,1," + count + ",10,1,10%\n")))
                    .as(count).isInstanceOf(ExampleFailed.class).hasMessageContaining("Row 2");
        }
    }

    @Test
    void aRowThatIsNoFigureIsNamed() {
        assertThatThrownBy(() -> read("ex,desk,2019,5,Openness,4.7,x\n")).isInstanceOf(ExampleFailed.class)
                .hasMessageContaining("Row 2").hasMessageContaining("quarter 5");
        assertThatThrownBy(() -> read("ex,desk,2019,1,Openness,4.7\n")).hasMessageContaining("6 cells where 7 belong");
        assertThatThrownBy(() -> read("ex,desk,2019,1,Openness,about 4,x\n")).hasMessageContaining("Row 2");
    }

    @Test
    void anotherHeaderIsRefused() {
        assertThatThrownBy(() -> PublishedFile.figures(write("year,score\n2019,4\n"))).hasMessageContaining("columns");
    }

    private List<PublishedFigure> read(String rows) {
        return PublishedFile.figures(write(HEADER + rows));
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("figures.csv"), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
