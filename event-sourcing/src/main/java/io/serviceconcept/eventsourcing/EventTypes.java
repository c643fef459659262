package io.serviceconcept.eventsourcing;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The registry of a service's events: a stable wire name with a version for each record, never a class name.
 *
 * <pre>{@code
 * EventTypes.builder()
 *         .add("concept.created.v1", ConceptCreated.class)
 *         .build();
 * }</pre>
 */
public final class EventTypes {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            // an event written by a newer version may hold fields that this one does not know
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private final Map<String, Class<?>> classes;
    private final Map<Class<?>, String> names = new HashMap<>();

    private EventTypes(Map<String, Class<?>> classes) {
        this.classes = Collections.unmodifiableMap(classes);
        classes.forEach((name, type) -> names.put(type, name));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The events of several aggregates as one registry. */
    public static EventTypes of(EventTypes... parts) {
        Builder all = builder();
        Arrays.stream(parts).forEach(part -> part.classes.forEach(all::add));
        return all.build();
    }

    /** Every wire name with its record, in the order of registration. */
    public Map<String, Class<?>> all() {
        return classes;
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

    public String write(Object event) {
        nameOf(event.getClass());
        try {
            return JSON.writeValueAsString(event);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be written: " + event.getClass().getName(), e);
        }
    }

    /**
     * @throws IllegalArgumentException if the name is not registered or the JSON is not of its shape
     */
    public Object read(String name, String json) {
        Class<?> type = classes.get(name);
        if (type == null) {
            throw new IllegalArgumentException("unknown event type " + name);
        }
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read as " + name, e);
        }
    }

    /** The mapper that events, metadata and public records are written with: exact decimals, ISO dates, no nulls. */
    public static JsonMapper json() {
        return JSON;
    }

    /** Collects the types of one aggregate. */
    public static final class Builder {
        private final Map<String, Class<?>> classes = new LinkedHashMap<>();

        /**
         * @param name lower case words and dots, ending in a version: {@code concept.channel-activated.v1}
         */
        public Builder add(String name, Class<?> type) {
            if (!name.matches("[a-z][a-z-]*(\\.[a-z][a-z-]*)+\\.v[1-9][0-9]*")) {
                throw new IllegalArgumentException("not a type name with a version: " + name);
            }
            if (classes.containsKey(name) || classes.containsValue(type)) {
                throw new IllegalArgumentException("registered twice: " + name);
            }
            classes.put(name, type);
            return this;
        }

        public EventTypes build() {
            return new EventTypes(new LinkedHashMap<>(classes));
        }
    }
}
