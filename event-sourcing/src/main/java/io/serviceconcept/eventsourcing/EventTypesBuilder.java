package io.serviceconcept.eventsourcing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.eventsourcing.EventTypes.Upcaster;

/** Collects the types of one aggregate: {@link EventTypes#builder()}. */
public final class EventTypesBuilder {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*(\\.[a-z][a-z-]*)+\\.v[1-9][0-9]*");

    private final Map<String, Class<?>> classes = new LinkedHashMap<>();
    private final Map<String, Upcaster> upcasters = new LinkedHashMap<>();

    EventTypesBuilder() {
    }

    /**
     * @param name lower case words and dots, ending in a version: {@code concept.channel-activated.v1}
     */
    public EventTypesBuilder add(String name, Class<?> type) {
        check(name);
        if (classes.containsValue(type)) {
            throw new IllegalArgumentException("registered twice: " + type.getName());
        }
        classes.put(name, type);
        return this;
    }

    /**
     * Says how an event that was stored under an older name reads under a newer one, which may be an older one itself.
     *
     * @param step from the JSON of the one to that of the other; it depends on nothing else and may change what it is
     *        given. A sealed field may be moved or dropped as it is, never made.
     */
    public EventTypesBuilder upcast(String from, String to, UnaryOperator<ObjectNode> step) {
        check(from);
        upcasters.put(from, new Upcaster(to, step));
        return this;
    }

    private void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a type name with a version: " + name);
        }
        if (classes.containsKey(name) || upcasters.containsKey(name)) {
            throw new IllegalArgumentException("registered twice: " + name);
        }
    }

    /**
     * @throws IllegalArgumentException if upcasters lead round in a circle, or to a name without a record
     */
    public EventTypes build() {
        upcasters.keySet().forEach(this::checkItEndsAtARecord);
        return new EventTypes(new LinkedHashMap<>(classes), new LinkedHashMap<>(upcasters));
    }

    private void checkItEndsAtARecord(String from) {
        Set<String> passed = new LinkedHashSet<>();
        String name = from;
        Upcaster upcaster = upcasters.get(name);
        while (upcaster != null) {
            if (!passed.add(name)) {
                throw new IllegalArgumentException("upcast in a circle: " + passed);
            }
            name = upcaster.to();
            upcaster = upcasters.get(name);
        }
        if (!classes.containsKey(name)) {
            throw new IllegalArgumentException(from + " is upcast to " + name + ", which has no record");
        }
    }
}
