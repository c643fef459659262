package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.serviceconcept.local.Part;
import io.serviceconcept.local.Platform;

/** What the README says to paste works as pasted. */
class ReadmeIT {

    @TempDir
    Path folder;

    @Test
    void theTourWorksAsPasted() throws IOException, InterruptedException {
        TestPlatform.municipality();
        Platform platform = TestPlatform.running();
        String tour = blocks().stream().filter(block -> !block.contains("./platform")).collect(Collectors.joining())
                .replace("http://127.0.0.1:8080", platform.gateway().toString())
                .replace("http://127.0.0.1:8180", platform.url(Part.KEYCLOAK).toString());
        assertThat(tour).contains("/imports", "/webhooks", "/exports");
        Path said = folder.resolve("said");

        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", tour).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();

        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).as(Files.readString(said)).isTrue();
        assertThat(shell.exitValue()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).contains("\"line\":14").contains("indicator,name,unit");
    }

    private static List<String> blocks() throws IOException {
        String[] parts = Files.readString(TestPlatform.ROOT.resolve("README.md")).split("(?m)^```$");
        return IntStream.range(0, parts.length).filter(i -> i % 2 == 1).mapToObj(i -> parts[i]).toList();
    }
}
