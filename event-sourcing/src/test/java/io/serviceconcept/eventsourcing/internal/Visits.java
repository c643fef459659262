package io.serviceconcept.eventsourcing.internal;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.Signal;

/** A small domain with people in it: a visit that is announced in public and paid by somebody who marks it. */
final class Visits {

    sealed interface VisitEvent {

        record Announced(String place) implements VisitEvent {
        }

        record Marked(int mark, Personal visitor, @Nullable List<Personal> companions) implements VisitEvent {
        }
    }

    static final EventTypes TYPES = EventTypes.builder().add("visit.announced.v1", VisitEvent.Announced.class)
            .upcast("visit.marked.v1", "visit.marked.v2", marked -> {
                var visitor = marked.remove("name");
                marked.set("visitor", visitor);
                return marked;
            }).add("visit.marked.v2", VisitEvent.Marked.class).build();

    private static final Map<String, String> OUTER = Map.of("first", key(1), "second", key(2));

    private Visits() {
    }

    /** The test database holds other events, which would not be known here. */
    private static final class Schema {
        static final DataSource DATA_SOURCE = TestDatabase.open("visits");
    }

    static DataSource dataSource() {
        return Schema.DATA_SOURCE;
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        IntStream.range(0, 32).forEach(i -> bytes[i] = (byte) (seed + i));
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Both outer keys; the first or the second wraps. */
    static PersonalKeys keys(String current) {
        return PersonalKeys.of(OUTER, current, key(3));
    }

    /** What is left when the other outer key was destroyed. */
    static PersonalKeys keysWithout(String destroyed) {
        String left = destroyed.equals("first") ? "second" : "first";
        return PersonalKeys.of(Map.of(left, OUTER.get(left)), left, key(3));
    }

    static EventStore store(DataSource dataSource, PersonalKeys keys, Projection... inline) {
        Predicate<Class<?>> isPublic = VisitEvent.Announced.class::equals;
        return new PostgresEventStore(dataSource, TYPES, isPublic, List.of(inline), () -> false, new Signal(), keys);
    }

    static VisitEvent.Marked marked(int mark, Personal visitor) {
        return new VisitEvent.Marked(mark, visitor, null);
    }
}
