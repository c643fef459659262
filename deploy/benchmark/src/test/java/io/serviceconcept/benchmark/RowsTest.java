package io.serviceconcept.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the kernel runs, in its smallest form: what it measures here means nothing. */
class RowsTest {

    private static final Path TARGET = Path.of("target");
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = new Server(TARGET.resolve("test-postgresql"));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    /** Services are slow to start, and say nothing of as few answers as there are here. */
    static Stream<Row> rows() {
        return Benchmark.ROWS.stream().filter(row -> !row.startsServices());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowMeasuresWhatItsBarAsksFor(Row row) throws Exception {
        List<Outcome> outcomes = row.run(new Bench(server, Scale.TINY, TARGET, NodePeers.absent("a test")));

        assertThat(outcomes).filteredOn(outcome -> outcome.bar() != null).isNotEmpty().allSatisfy(outcome -> {
            assertThat(outcome.ratios()).isNotNull();
            assertThat(outcome.ratios().median()).isPositive();
            assertThat(outcome.measured()).hasSizeGreaterThan(1).allMatch(measured -> measured.events() > 0);
        });
        assertThat(new Report(Scale.TINY, Machine.of(server), outcomes).markdown()).contains("| " + row.id() + " |");
    }

    @Test
    void anEventHasTheSizeThatTheReportSays() {
        assertThat(Events.pool()).allMatch(event -> Events.TYPES.write(event).length() == Events.BYTES);
        assertThat(Events.metadata()).hasSize(90);
    }
}
