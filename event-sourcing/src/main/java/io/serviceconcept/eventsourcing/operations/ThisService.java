package io.serviceconcept.eventsourcing.operations;

import org.eclipse.microprofile.config.ConfigProvider;

/** How this service is called in the addresses for operators: {@code concept} for {@code concept-service}. */
final class ThisService {

    static final String ADDRESSES = "/v1/operations/{service}";
    private static final String SUFFIX = "-service";

    private ThisService() {
    }

    static String word() {
        String name = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
