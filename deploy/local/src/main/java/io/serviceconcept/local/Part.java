package io.serviceconcept.local;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One part of the platform: a server of its own with a port, a log and, Kafka apart, a process. */
public enum Part {

    POSTGRESQL(5433),
    KAFKA(9092),
    KEYCLOAK(8180),
    CONCEPT_SERVICE(8081),
    MEASUREMENT_SERVICE(8082),
    JOURNEY_SERVICE(8083),
    GATEWAY(8080);

    /** What the services need before they start. */
    public static final Set<Part> FOUNDATIONS = Collections.unmodifiableSet(EnumSet.of(POSTGRESQL, KAFKA, KEYCLOAK));
    /** The services of this project, the gateway among them. */
    public static final Set<Part> SERVICES = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.copyOf(FOUNDATIONS)));

    private final int defaultPort;

    Part(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** The name people and files use, {@code concept-service} for example. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** The environment variable that chooses another port. */
    public String portVariable() {
        return "PLATFORM_PORT_" + name();
    }

    static Optional<Part> labelled(String label) {
        return Arrays.stream(values()).filter(part -> part.label().equals(label)).findFirst();
    }
}
