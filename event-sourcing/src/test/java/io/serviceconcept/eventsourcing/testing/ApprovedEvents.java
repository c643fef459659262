package io.serviceconcept.eventsourcing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.serviceconcept.eventsourcing.EventTypes;

/**
 * What was stored once must be readable for ever: each event type has an approved file with its JSON, which is read into
 * its record and written back the same. An older type, which is upcast, has two: {@code <name>.json} is what was stored,
 * and {@code <name>.as.json} what today's record of it is written as. A personal value is
 * <code>{"subject": "…", "sealed": "…"}</code> with its text in base64.
 */
public final class ApprovedEvents {

    private static final Path FOLDER = Path.of("src/test/resources/events");
    private static final ObjectMapper JSON = EventTypes.json();

    private ApprovedEvents() {
    }

    /**
     * @param types the registry of a service
     * @param sealed the sealed interfaces of its events: each of their records must be registered
     */
    public static void verify(EventTypes types, Class<?>... sealed) {
        for (Class<?> events : sealed) {
            assertThat(records(events)).as("registered events of %s", events.getSimpleName())
                    .allSatisfy(type -> assertThat(types.all()).containsValue(type));
        }
        Set<String> expected = new TreeSet<>();
        types.all().keySet().forEach(name -> {
            verify(types, name, name);
            expected.add(name);
        });
        types.older().forEach(name -> {
            verify(types, name, name + ".as");
            expected.addAll(List.of(name, name + ".as"));
        });
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", "")))
                    .as("approved files").containsExactlyInAnyOrderElementsOf(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Class<?>> records(Class<?> events) {
        return Stream.of(events.getPermittedSubclasses()).flatMap(type -> type.isSealed() ? records(type) : Stream.of(type));
    }

    private static void verify(EventTypes types, String stored, String writtenToday) {
        Object event = types.stored(stored, approved(stored).toString()).open(PlainSealing.INSTANCE);
        try {
            assertThat(JSON.readTree(types.write(event, PlainSealing.INSTANCE))).as(stored)
                    .isEqualTo(approved(writtenToday));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode approved(String name) {
        try {
            return JSON.readTree(Files.readString(FOLDER.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException("no approved file " + name + ".json", e);
        }
    }
}
