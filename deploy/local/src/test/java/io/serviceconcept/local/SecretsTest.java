package io.serviceconcept.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final int PARTS = 8;

    @TempDir
    private Path folder;

    @Test
    void partsThatStartSideBySideReadOneSecret() throws Exception {
        for (int i = 0; i < 100; i++) {
            String name = "key-" + i;
            assertThat(sideBySide(() -> Secrets.keyKeptIn(folder, name))).doesNotContain("")
                    .containsOnly(Secrets.keyKeptIn(folder, name));
        }
    }

    @Test
    void onlyTheSecretItselfIsLeftAndOnlyItsOwnerReadsIt() throws IOException {
        Secrets.keptIn(folder, "database");

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("database"));
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("database"))).extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    private static List<String> sideBySide(Callable<String> read) throws Exception {
        try (var executor = Executors.newFixedThreadPool(PARTS)) {
            List<Future<String>> reads = executor.invokeAll(IntStream.range(0, PARTS).mapToObj(i -> read).toList());
            return reads.stream().map(Future::resultNow).toList();
        }
    }
}
