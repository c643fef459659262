package io.serviceconcept.concept.gapanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.serviceconcept.concept.ConceptEvent;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PiecesTest {

    private final ObjectMapper json = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

    @Property(tries = 100)
    void whatIsWrittenWithThePiecesBeforeReadsAsWhatIsWrittenAnew(@ForAll Random random) throws JsonProcessingException {
        Matrix matrix = new Matrix();
        start().forEach(matrix::apply);
        Pieces pieces = new Pieces();
        for (int change = 0; change < 30; change++) {
            matrix.apply(change(random));
            GapAnalysis analysis = MatrixEvents.analysis(matrix.view());
            pieces = pieces.next();

            assertThat(written(analysis, pieces)).isEqualTo(written(analysis, new Pieces()));
        }
    }

    @Example
    void anAnalysisHoldsEveryNeedAndCellOnce() throws JsonProcessingException {
        Matrix matrix = new Matrix();
        start().forEach(matrix::apply);
        matrix.apply(MatrixEvents.fit("n0", "c0", "a", 3));
        matrix.apply(MatrixEvents.fit("n0", "c1", "a", 0));
        matrix.apply(MatrixEvents.fit("n2", "c0", "a", 4));

        JsonNode analysis = json.readTree(written(MatrixEvents.analysis(matrix.view()), new Pieces()));

        assertThat(analysis.path("needs").findValuesAsText("audience")).hasSize(3);
        List<String> cells = new ArrayList<>();
        analysis.path("cells").forEach(cell -> cells
                .add(cell.path("need").asText() + ' ' + cell.path("channel").asText() + ' ' + cell.path("fit").asText()));
        assertThat(cells).containsExactly("n0 c0 3", "n0 c1 0", "n2 c0 4");
    }

    @Example
    void anAnalysisOfNothingHasEmptyLists() throws JsonProcessingException {
        JsonNode analysis = json.readTree(written(MatrixEvents.analysis(new Matrix().view()), new Pieces()));

        assertThat(analysis.path("needs").isArray()).isTrue();
        assertThat(analysis.path("needs")).isEmpty();
        assertThat(analysis.path("cells")).isEmpty();
    }

    private String written(GapAnalysis analysis, Pieces pieces) throws JsonProcessingException {
        return json.writer().withAttribute(Pieces.class, pieces).writeValueAsString(analysis);
    }

    private static List<ConceptEvent> start() {
        return List.of(MatrixEvents.layer("layer", 1), MatrixEvents.channel("c0"), MatrixEvents.channel("c1"),
                MatrixEvents.group("g0", "60"), MatrixEvents.group("g1", "40", "c1"), MatrixEvents.need("n0", null),
                MatrixEvents.need("n1", "n0"), MatrixEvents.need("n2", null));
    }

    private static ConceptEvent change(Random random) {
        return random.nextInt(3) == 0
                ? MatrixEvents.importance("n" + random.nextInt(3), "g0", random.nextInt(6), "g1", random.nextInt(6))
                : MatrixEvents.fit("n" + random.nextInt(3), "c" + random.nextInt(2), "a", random.nextInt(5));
    }
}
