package io.serviceconcept.eventsourcing.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the README shows is cut from what is compiled and tested here. */
class ReadmeTest {

    private static final Path EXAMPLE = Path.of("src/test/java/io/serviceconcept/eventsourcing/example");
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theCodeOfTheReadmeIsTheExamples() throws IOException {
        List<String> shown = CODE.matcher(Files.readString(Path.of("README.md"))).results().map(match -> match.group(1))
                .toList();

        assertThat(shown).isNotEmpty().allSatisfy(code -> assertThat(sources()).contains(withoutIndent(code)));
    }

    private static String sources() {
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            return files.map(ReadmeTest::read).map(ReadmeTest::withoutIndent).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndent(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
