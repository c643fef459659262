package io.serviceconcept.eventsourcing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The registry of a service's events: a stable wire name with a version for each record, never a class name.
 *
 * <pre>{@code
 * EventTypes.builder()
 *         .add("concept.created.v2", ConceptCreated.class)
 *         .upcast("concept.created.v1", "concept.created.v2", json -> json.put("language", "nl"))
 *         .build();
 * }</pre>
 *
 * What was stored under an older name is read as if it had been stored under the newest; only the newest is written.
 */
public final class EventTypes {

    /** Bytes of JSON of one event: half of what is sent to a topic at most. */
    static final int LARGEST = 4 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule().addDeserializer(Instant.class, new InstantReader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            // an event written by a newer version may hold fields that this one does not know
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** For trees: 1.50 stays 1.50 there too, whether or not an event passes through an upcaster. */
    private static final JsonMapper TREES = JSON.rebuild().disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final PersonalReader.Opener SEALED = (subject, sealed) -> {
        throw new IllegalStateException("a sealed field needs a sealing to open it");
    };

    private final Map<String, Class<?>> classes;
    private final Map<String, Upcaster> upcasters;
    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<String, ObjectReader> readers = new HashMap<>();
    private final Set<Class<?>> withPersonalFields = new HashSet<>();

    /** Says how what was stored under an older name reads under a newer one. */
    record Upcaster(String to, UnaryOperator<ObjectNode> step) {
    }

    EventTypes(Map<String, Class<?>> classes, Map<String, Upcaster> upcasters) {
        this.classes = Collections.unmodifiableMap(classes);
        this.upcasters = Collections.unmodifiableMap(upcasters);
        classes.forEach((name, type) -> {
            names.put(type, name);
            readers.put(name, TREES.readerFor(type).withAttribute(PersonalReader.Opener.class, SEALED));
            if (PersonalFields.mayOccurIn(type)) {
                withPersonalFields.add(type);
            }
        });
    }

    /** Begins an empty registry; what is wrong with a name or an upcaster is said when it is added, or by {@code build}. */
    public static EventTypesBuilder builder() {
        return new EventTypesBuilder();
    }

    /** The events of several aggregates as one registry. */
    public static EventTypes of(EventTypes... parts) {
        EventTypesBuilder all = builder();
        Arrays.stream(parts).forEach(part -> {
            part.classes.forEach(all::add);
            part.upcasters.forEach((from, upcaster) -> all.upcast(from, upcaster.to(), upcaster.step()));
        });
        return all.build();
    }

    /** Every wire name that is written, with its record, in the order of registration. */
    public Map<String, Class<?>> all() {
        return classes;
    }

    /** The wire names that are only read: they are upcast. */
    public Set<String> older() {
        return upcasters.keySet();
    }

    /**
     * @throws IllegalArgumentException if the record is not registered
     */
    public String nameOf(Class<?> type) {
        String name = names.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " is not registered as an event type");
        }
        return name;
    }

    /**
     * The record that an event of a wire name is read as.
     *
     * @throws IllegalArgumentException if the name is not registered
     */
    public Class<?> typeOf(String name) {
        String newest = name;
        for (Upcaster upcaster = upcasters.get(name); upcaster != null; upcaster = upcasters.get(newest)) {
            newest = upcaster.to();
        }
        Class<?> type = classes.get(newest);
        if (type == null) {
            throw new IllegalArgumentException(name + " is not registered as an event type");
        }
        return type;
    }

    /**
     * @throws IllegalArgumentException if the record is not registered, or holds personal values
     */
    public String write(Object event) {
        nameOf(event.getClass());
        return write(event, JSON.writer());
    }

    /**
     * Writes an event with its personal values sealed.
     *
     * @throws IllegalArgumentException if the record is not registered
     * @throws EventTooLarge see there
     */
    public String write(Object event, Sealing sealing) {
        return withPersonalFields.contains(event.getClass())
                ? write(event, JSON.writer().withAttribute(Sealing.class, sealing))
                : write(event);
    }

    private static String write(Object event, ObjectWriter writer) {
        try {
            String json = writer.writeValueAsString(event);
            // a character is three bytes at most
            if (json.length() > LARGEST / 3) {
                int bytes = json.getBytes(StandardCharsets.UTF_8).length;
                if (bytes > LARGEST) {
                    throw new EventTooLarge(event.getClass(), bytes);
                }
            }
            return json;
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be written: " + event.getClass().getName(), e);
        }
    }

    /** Whom the personal values of an event are about. Costs nothing for records that cannot hold any. */
    public Set<SubjectId> subjectsOf(Object event) {
        return withPersonalFields.contains(event.getClass()) ? draft(event).subjects() : Set.of();
    }

    /**
     * An event written without its personal values.
     *
     * @param json what is to be stored when there are no personal values
     * @param subjects whom the personal values are about
     */
    public record Draft(String json, Set<SubjectId> subjects) {
    }

    /**
     * Writes an event and says at once whom its personal values are about, so that an event which could hold some and holds
     * none is written once.
     *
     * @throws EventTooLarge as {@link #write(Object, Sealing)}
     */
    public Draft draft(Object event) {
        Set<SubjectId> subjects = new HashSet<>();
        String json = write(event, new SubjectsOnly(subjects));
        return new Draft(json, subjects);
    }

    /** Seals nothing and remembers for whom it was asked. */
    private record SubjectsOnly(Set<SubjectId> subjects) implements Sealing {

        @Override
        public Optional<String> seal(String pointer, SubjectId subject, String value) {
            subjects.add(subject);
            return Optional.empty();
        }

        @Override
        public Optional<String> open(String pointer, SubjectId subject, String sealed) {
            return SEALED.open(subject, sealed);
        }
    }

    /**
     * Reads an event without sealed values.
     *
     * @throws IllegalArgumentException if the name is not registered or the JSON is not of its shape
     * @throws IllegalStateException if it holds a sealed value
     */
    public Object read(String name, String json) {
        if (upcasters.containsKey(name)) {
            return stored(name, json).open(new SubjectsOnly(new HashSet<>()));
        }
        try {
            return reader(name).readValue(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read as " + name, e);
        }
    }

    /**
     * As {@link #read(String, String)}, from UTF-8: faster, because nothing is made in between.
     *
     * @throws IllegalArgumentException if the name is not registered or the JSON is not of its shape
     * @throws IllegalStateException if it holds a sealed value
     */
    public Object read(String name, byte[] json) {
        if (upcasters.containsKey(name)) {
            return read(name, new String(json, StandardCharsets.UTF_8));
        }
        try {
            return reader(name).readValue(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read as " + name, e);
        }
    }

    /** Whether what is stored under this name may hold sealed values. */
    public boolean mayBeSealed(String name) {
        Class<?> type = classes.get(name);
        return type == null || withPersonalFields.contains(type);
    }

    /**
     * Reads an event that may hold sealed values, but does not open them yet: for that, keys must be fetched.
     *
     * @throws IllegalArgumentException if the name is not registered, or the JSON is none
     */
    public StoredEvent stored(String name, String json) {
        try {
            if (!(TREES.readTree(json) instanceof ObjectNode event)) {
                throw new IllegalArgumentException("not an object: " + name);
            }
            SealedFields fields = SealedFields.in(event);
            String today = name;
            Upcaster upcaster = upcasters.get(today);
            while (upcaster != null) {
                event = upcaster.step().apply(event);
                today = upcaster.to();
                upcaster = upcasters.get(today);
            }
            return new StoredEvent(name, reader(today), event, fields);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read as " + name, e);
        }
    }

    private ObjectReader reader(String name) {
        ObjectReader reader = readers.get(name);
        if (reader == null) {
            throw new IllegalArgumentException("unknown event type " + name);
        }
        return reader;
    }

    /**
     * The mapper that metadata and public records are written with, and events without personal values: exact decimals, ISO
     * dates, no nulls. It refuses to write or read a {@link Personal}.
     */
    public static JsonMapper json() {
        return JSON;
    }
}
