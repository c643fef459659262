package io.serviceconcept.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.slices.Organisation;
import io.serviceconcept.slices.Traces;

@QuarkusTest
@WithTestResource(RealParts.class)
class ImportWorkTest {

    private static final String HEADER = "id,interactionAt,mark,customer\n";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    Imports imports;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    EventStore store;

    private final Organisation city = Organisation.fresh();
    private String survey = "";

    @BeforeEach
    void drawUpASurvey() {
        survey = city.survey(city.satisfaction());
    }

    private ImportJob job() {
        return new ImportJob(UUID.randomUUID().toString(), 0, city.name(), ImportKind.RESPONSES, survey, ImportFormat.CSV,
                Map.of(), "tool", ImportState.UPLOADING, Instant.now(), null, 0, ImportJob.Place.BEGINNING, null,
                ImportTally.NOTHING, 1, null, "00-" + TRACE + "-00f067aa0ba902b7-01", null);
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "r-" + i + ",2026-03-01T10:00:00Z," + (1 + i % 10) + ",p-4711-" + i)
                .collect(Collectors.joining("\n"));
    }

    private ImportJob stored(String file) {
        return imports.store(job(), new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), false, null);
    }

    private ImportJob over(ImportJob job) {
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> imports.find(city.name(), job.id()).state() == ImportState.DONE);
        return imports.find(city.name(), job.id());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<byte[]> parts(String job) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT bytes FROM import_part WHERE import = '" + job + "' ORDER BY number")) {
            List<byte[]> parts = new ArrayList<>();
            while (rows.next()) {
                parts.add(rows.getBytes(1));
            }
            return parts;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What it was before it was deflated, wherever in the bytes that may begin. */
    private static String inflated(byte[] bytes, int from) {
        byte[] inflated = new byte[FileParts.LENGTH];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes, from, bytes.length - from);
            return new String(inflated, 0, inflater.inflate(inflated), StandardCharsets.ISO_8859_1);
        } catch (DataFormatException e) {
            return "";
        }
    }

    @Test
    void nothingOfAFileCanBeReadInTheDatabaseAndItsKeyIsForgotten() {
        byte[] file = (HEADER + lines(40_000)).getBytes(StandardCharsets.UTF_8);
        ImportJob job = job();
        List<byte[]> kept = new ArrayList<>();
        // when the end of the file is read, all that came before is stored
        InputStream upload = new ByteArrayInputStream(file) {

            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                int read = super.read(buffer, from, length);
                if (read < 0) {
                    kept.addAll(parts(job.id()));
                }
                return read;
            }
        };

        imports.store(job, upload, false, null);

        assertThat(file).hasSizeGreaterThan(2 * FileParts.LENGTH);
        assertThat(kept).hasSizeGreaterThanOrEqualTo(2).allSatisfy(part -> {
            assertThat(new String(part, StandardCharsets.ISO_8859_1)).doesNotContain("p-4711");
            assertThat(IntStream.range(0, 64).mapToObj(from -> inflated(part, from)))
                    .noneMatch(text -> text.contains("p-4711"));
        });
        assertThat(over(job).key()).isNull();
        assertThat(over(job).tally().stored()).isEqualTo(40_000);
    }

    @Test
    void afterABreakTheLinesAgainChangeNothingAndOthersGoOnMeanwhile() throws SQLException {
        String rule = "break_" + city.name().replace('-', '_');
        // once the lines are stored, that they are cannot be written down, three times
        execute("CREATE SEQUENCE " + rule);
        execute("CREATE FUNCTION " + rule + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF NEW.organisation = '" + city.name() + "' AND NEW.reached > OLD.reached AND nextval('" + rule
                + "') <= 3 THEN RAISE EXCEPTION 'broken'; END IF; RETURN NEW; END $$");
        execute("CREATE TRIGGER " + rule + " BEFORE UPDATE ON import_job FOR EACH ROW EXECUTE FUNCTION " + rule + "()");
        try {
            ImportJob done = over(stored(HEADER + lines(1_500)));

            assertThat(done.tally()).isEqualTo(new ImportTally(500, 1_000, 0, 0, 0, 0));
            assertThat(Traces.of(store, city, ResponseReceived.class)).hasSize(1_500).containsOnly(TRACE);
        } finally {
            execute("DROP TRIGGER " + rule + " ON import_job");
            execute("DROP FUNCTION " + rule + "()");
            execute("DROP SEQUENCE " + rule);
        }
    }

    @Test
    void anImportThatCannotGoOnKeepsNobodyWaiting() throws SQLException {
        String rule = "broken_" + city.name().replace('-', '_');
        execute("CREATE FUNCTION " + rule + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF NEW.organisation = '" + city.name()
                + "' AND NEW.reached > OLD.reached THEN RAISE EXCEPTION 'broken'; END IF; RETURN NEW; END $$");
        execute("CREATE TRIGGER " + rule + " BEFORE UPDATE ON import_job FOR EACH ROW EXECUTE FUNCTION " + rule + "()");
        try {
            ImportJob broken = stored(HEADER + lines(1));
            Organisation village = Organisation.fresh();
            String other = village.survey(village.satisfaction());
            String location = village.as("analyst").contentType("application/x-ndjson").body("""
                    {"id": "r", "interactionAt": "2026-03-01T10:00:00Z", "answers": [{"question": "mark", "value": 8}]}
                    """.getBytes(StandardCharsets.UTF_8)).post("/v1/imports?of=RESPONSES&survey=" + other).then()
                    .statusCode(202).extract().header("Location");

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> village.as("analyst").get(location).then()
                    .extract().path("state").equals("DONE"));

            assertThat(imports.find(city.name(), broken.id()).state()).isEqualTo(ImportState.WAITING);
        } finally {
            execute("DROP TRIGGER " + rule + " ON import_job");
            execute("DROP FUNCTION " + rule + "()");
        }
    }

    @Test
    void anImportThatFailsEveryTimeForADayIsGivenUpAndMakesRoom() throws SQLException {
        String rule = "failing_" + city.name().replace('-', '_');
        execute("CREATE FUNCTION " + rule + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF NEW.organisation = '" + city.name()
                + "' AND NEW.reached > OLD.reached THEN RAISE EXCEPTION 'broken'; END IF; RETURN NEW; END $$");
        execute("CREATE TRIGGER " + rule + " BEFORE UPDATE ON import_job FOR EACH ROW EXECUTE FUNCTION " + rule + "()");
        try {
            ImportJob failing = stored(HEADER + lines(1));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> postponed(failing) > 0);
            execute("UPDATE import_job SET postponed = 100 WHERE id = '" + failing.id() + "'");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> postponed(failing) > 101);
            assertThat(imports.find(city.name(), failing.id()).state()).isEqualTo(ImportState.WAITING);

            execute("UPDATE import_job SET postponed_since = now() - interval '25 hours' WHERE id = '" + failing.id() + "'");

            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> imports.find(city.name(), failing.id()).state() == ImportState.FAILED);
            ImportJob failed = imports.find(city.name(), failing.id());
            assertThat(failed.key()).isNull();
            assertThat(failed.finishedAt()).isNotNull();
            city.as("analyst").get("/v1/imports/" + failing.id() + "/errors").then().statusCode(200)
                    .body("items.line", contains(1)).body("items.message", contains(startsWith("failed here every time")));
        } finally {
            execute("DROP TRIGGER " + rule + " ON import_job");
            execute("DROP FUNCTION " + rule + "()");
        }
    }

    private int postponed(ImportJob job) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT postponed FROM import_job WHERE id = '" + job.id() + "'")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
