package io.serviceconcept.eventsourcing.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Examples of bodies, that the OpenAPI document shows and tests send. Each module has those of its own operations in
 * {@value #FILE}: {@code bodies} by the name of their schema, or by the operationId where the schema does not say enough;
 * {@code ids} are those that the bodies name, by the collection in whose addresses they are.
 */
public final class Examples {

    private static final String FILE = "META-INF/openapi/examples.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Object> bodies = new HashMap<>();

    private Examples() {
    }

    private record File(Map<String, String> ids, Map<String, Object> bodies) {
    }

    /** Those of all modules that this class loader sees. */
    public static Examples ofAllModules() {
        try {
            ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                    .orElseGet(Examples.class::getClassLoader);
            Examples examples = new Examples();
            for (URL url : Collections.list(loader.getResources(FILE))) {
                try (InputStream stream = url.openStream()) {
                    File file = JSON.readValue(stream, File.class);
                    examples.ids.putAll(file.ids());
                    examples.bodies.putAll(file.bodies());
                }
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the bodies name, by collection. */
    public Map<String, String> ids() {
        return Map.copyOf(ids);
    }

    /** @param name of a schema, or an operationId */
    @Nullable
    Object body(@Nullable String name) {
        return bodies.get(name);
    }

    static String line(Object json) {
        try {
            return json instanceof String line ? line : JSON.writeValueAsString(json) + '\n';
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
