package io.serviceconcept.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {

    @TempDir
    Path root;
    @TempDir
    Path data;

    @Test
    void aTakenPortIsNamedWithItsPartAndTheVariableThatChangesItAndNothingStaysRunning() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<Part, Integer> ports = new EnumMap<>(Part.class);
            ports.put(Part.POSTGRESQL, 0);
            ports.put(Part.KAFKA, taken.getLocalPort());
            PlatformOptions options = new PlatformOptions(root, data, ports, EnumSet.of(Part.POSTGRESQL, Part.KAFKA), false,
                    line -> {
                    });
            assertThatExceptionOfType(PlatformFailure.class).isThrownBy(() -> Platform.start(options))
                    .withMessageContainingAll("Port " + taken.getLocalPort(), "kafka", "PLATFORM_PORT_KAFKA=");
        }
        assertThat(new Leftovers(new DataFolder(data)).stop()).isEmpty();
    }

    @Test
    void whatIsNoPortIsRefusedByTheNameOfItsVariable() {
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> PlatformOptions.usual(root, data, Map.of("PLATFORM_PORT_KAFKA", "80o0"), line -> {
                })).withMessageContaining("PLATFORM_PORT_KAFKA=80o0 is no port");
    }

    @Test
    void aServiceThatIsNotBuiltIsNamedBeforeAnythingStarts() {
        List<String> progress = new ArrayList<>();
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> Platform.start(only(Part.POSTGRESQL, Part.CONCEPT_SERVICE).withProgress(progress::add)))
                .withMessageContaining("concept-service is not built");
        assertThat(progress).isEmpty();
    }

    @Test
    void aServiceThatEndsWhileStartingIsReportedWithTheLastLinesOfItsLog() throws IOException {
        Path jar = root.resolve("gateway/target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "no jar at all");
        PlatformFailure failure = catchThrowableOfType(PlatformFailure.class, () -> Platform.start(only(Part.GATEWAY)));
        assertThat(failure).hasMessageContaining("gateway ended while starting (exit code 1)")
                .hasMessageContaining(data.resolve("logs/gateway.log").toString());
        assertThat(failure.lastLines()).anySatisfy(line -> assertThat(line).contains("corrupt jarfile"));
    }

    @Test
    void twoPlatformsCannotShareAFolder() {
        try (Platform platform = Platform.start(only())) {
            assertThat(platform.process(Part.KAFKA)).isEmpty();
            assertThatExceptionOfType(PlatformFailure.class).isThrownBy(() -> Platform.start(only()))
                    .withMessageContaining("Another platform runs on " + data);
        }
        Platform.start(only()).close();
    }

    @Test
    void aPartThatDiesIsReportedWithItsLog() throws Exception {
        try (Platform platform = Platform.start(only(Part.POSTGRESQL))) {
            platform.process(Part.POSTGRESQL).orElseThrow().destroyForcibly();
            PlatformFailure failure = platform.failure().get(20, TimeUnit.SECONDS);
            assertThat(failure).hasMessageContaining("postgresql ended unexpectedly");
            assertThat(failure.log()).contains(platform.log(Part.POSTGRESQL));
        }
    }

    @Test
    void aPartThatIsKilledOnPurposeIsNoFailureAndComesBackWithItsData() throws SQLException {
        try (Platform platform = Platform.start(only(Part.POSTGRESQL))) {
            execute(platform, "create table kept as select 7 as id");
            platform.kill9(Part.POSTGRESQL);
            assertThat(platform.process(Part.POSTGRESQL)).isEmpty();
            platform.restart(Part.POSTGRESQL);
            assertThat(ask(platform, "select id from kept")).isEqualTo("7");
            assertThat(platform.failure()).isNotDone();
        }
    }

    @Test
    void whatAKilledLauncherLeftRunningIsStoppedAndItsDataIsKept() throws Exception {
        int port = Ports.free();
        Process launcher = launcher(port);
        DataFolder folder = new DataFolder(data);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> folder.readSummary().isPresent());
        ProcessHandle postgres = folder.pid(Part.POSTGRESQL).process().orElseThrow();
        launcher.destroyForcibly().waitFor();
        assertThat(postgres.isAlive()).isTrue();

        List<String> progress = new ArrayList<>();
        try (Platform platform = Platform.start(only(Part.POSTGRESQL).withProgress(progress::add))) {
            assertThat(progress).first().asString().isEqualTo("Stopped what an earlier platform had left running: postgresql");
            assertThat(Processes.runs(postgres)).isFalse();
            assertThat(ask(platform, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void passwordsAndDataAreClosedToOtherUsers() throws IOException {
        try (Platform platform = Platform.start(only(Part.POSTGRESQL))) {
            assertThat(platform.databasePassword("concept")).hasSizeGreaterThan(20);
            assertThat(platform.databasePassword("concept")).isNotEqualTo(platform.databasePassword("journey"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets/database-concept"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
    }

    private PlatformOptions only(Part... parts) {
        return PlatformOptions.isolated(root, data).withParts(Set.of(parts));
    }

    private Process launcher(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Launcher.class.getName(), "up", root.toString(), data.toString(),
                "postgresql")
                .redirectErrorStream(true).redirectOutput(root.resolve("launcher.log").toFile());
        builder.environment().put(Part.POSTGRESQL.portVariable(), Integer.toString(port));
        return builder.start();
    }

    private static void execute(Platform platform, String sql) throws SQLException {
        try (Connection connection = connect(platform); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Platform platform, String sql) throws SQLException {
        try (Connection connection = connect(platform);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Platform platform) throws SQLException {
        return DriverManager.getConnection(platform.jdbcUrl("concept"), "concept", platform.databasePassword("concept"));
    }
}
