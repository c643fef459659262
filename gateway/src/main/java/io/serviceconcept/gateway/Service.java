package io.serviceconcept.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A service behind the gateway, with the collections under {@code /v1} that it serves. */
enum Service {

    CONCEPT("concept", List.of("concepts", "public/concepts", "subjects")),
    MEASUREMENT("measurement", List.of("indicators", "measurement-plans", "surveys", "public/surveys", "observations", "imports", "exports",
            "webhook-subscriptions", "webhooks")),
    JOURNEY("journey", List.of("journeys", "pilots", "requirements", "contact-events"));

    private static final Map<String, Service> BY_COLLECTION = byCollection();

    private final String word;
    private final List<String> collections;

    Service(String word, List<String> collections) {
        this.word = word;
        this.collections = collections;
    }

    /**
     * The service of this collection: {@code concepts}, {@code public/concepts}, {@code operations/concept}; null when none.
     */
    static @Nullable Service serving(String collection) {
        return BY_COLLECTION.get(collection);
    }

    /** As people and logs call it. */
    String title() {
        return word + "-service";
    }

    GatewayConfig.ServiceConfig in(GatewayConfig config) {
        return switch (this) {
            case CONCEPT -> config.conceptService();
            case MEASUREMENT -> config.measurementService();
            case JOURNEY -> config.journeyService();
        };
    }

    private static Map<String, Service> byCollection() {
        Map<String, Service> table = new HashMap<>();
        for (Service service : values()) {
            service.collections.forEach(collection -> table.put(collection, service));
            table.put("operations/" + service.word, service);
        }
        return Map.copyOf(table);
    }
}
