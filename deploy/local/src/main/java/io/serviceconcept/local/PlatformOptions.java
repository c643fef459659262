package io.serviceconcept.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a platform is started with.
 *
 * @param root the project's root, where the packaged services are
 * @param data the folder of all data, logs and passwords
 * @param ports the port of each part on 127.0.0.1; 0 for a free one
 * @param parts the parts to start; services need {@link Part#FOUNDATIONS}
 * @param examples whether the two example organisations are loaded
 * @param progress told one line for each part that is ready
 */
public record PlatformOptions(Path root, Path data, Map<Part, Integer> ports, Set<Part> parts, boolean examples,
        Consumer<String> progress) {

    public PlatformOptions {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
        parts = Set.copyOf(parts);
    }

    /** Every part on its usual port, or on the one that its environment variable names. */
    static PlatformOptions usual(Path root, Path data, Map<String, String> environment, Consumer<String> progress) {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, port(part, environment));
        }
        return new PlatformOptions(root, data, ports, EnumSet.allOf(Part.class), true, progress);
    }

    /** Every part on a free port, for a test: beside any other platform, with data of its own, without the examples. */
    public static PlatformOptions isolated(Path root, Path data) {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, 0);
        }
        return new PlatformOptions(root, data, ports, EnumSet.allOf(Part.class), false, line -> {
        });
    }

    public PlatformOptions withParts(Set<Part> chosen) {
        return new PlatformOptions(root, data, ports, chosen, examples, progress);
    }

    public PlatformOptions withExamples(boolean loaded) {
        return new PlatformOptions(root, data, ports, parts, loaded, progress);
    }

    public PlatformOptions withProgress(Consumer<String> told) {
        return new PlatformOptions(root, data, ports, parts, examples, told);
    }

    private static int port(Part part, Map<String, String> environment) {
        String chosen = environment.get(part.portVariable());
        if (chosen == null || chosen.isBlank()) {
            return part.defaultPort();
        }
        try {
            int port = Integer.parseInt(chosen.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // answered below, as any other text that is no port
        }
        throw new PlatformFailure(part.portVariable() + "=" + chosen + " is no port: choose a number from 1 to 65535.");
    }
}
