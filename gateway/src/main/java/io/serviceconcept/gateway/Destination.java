package io.serviceconcept.gateway;

import java.util.Set;

/** Where a path leads. What is not named here leads nowhere, and a path that ends in a slash never does. */
sealed interface Destination {

    /** A service; {@code collection} is the part of the path the table knows. */
    record ToService(Service service, String collection) implements Destination {

        /** Whether anybody may read it, from a page of any site: no token is asked for. */
        boolean isPublic() {
            return collection.startsWith(PUBLIC);
        }

        /** Whether whoever asks proves by a signature who it is, so that no token is asked for. The service verifies it. */
        boolean isSigned() {
            return collection.equals(SIGNED);
        }

        /** Whether files are sent here, which are larger than any other body. */
        boolean takesFiles() {
            return collection.equals(FILES);
        }
    }

    /** The merged API document. */
    record ApiDocument() implements Destination {
    }

    /** The page over the API document, or a file of it; the page itself has an empty name. */
    record Docs(String file) implements Destination {
    }

    /** Whether the gateway lives and is ready. */
    record Health() implements Destination {
    }

    /** The gateway's figures, for operators. */
    record Metrics() implements Destination {
    }

    /** No such thing. */
    record Nowhere() implements Destination {
    }

    Set<String> HEALTH_PATHS = Set.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started");
    String API = "/v1/";
    String DOCS = "/docs/";
    String OPERATIONS = "operations/";
    String PUBLIC = "public/";
    String SIGNED = "webhooks";
    String FILES = "imports";

    /** @param path normalised, without the query */
    static Destination of(String path) {
        if (path.endsWith("/")) {
            return new Nowhere();
        }
        if (path.equals("/v1/openapi.json")) {
            return new ApiDocument();
        }
        if (path.startsWith(API)) {
            return service(path.substring(API.length()));
        }
        if (path.equals("/docs")) {
            return new Docs("");
        }
        if (path.startsWith(DOCS)) {
            return new Docs(path.substring(DOCS.length()));
        }
        if (HEALTH_PATHS.contains(path)) {
            return new Health();
        }
        return path.equals("/q/metrics") ? new Metrics() : new Nowhere();
    }

    private static Destination service(String path) {
        int from = path.startsWith(OPERATIONS) ? OPERATIONS.length() : path.startsWith(PUBLIC) ? PUBLIC.length() : 0;
        int slash = path.indexOf('/', from);
        String collection = slash < 0 ? path : path.substring(0, slash);
        Service service = Service.serving(collection);
        return service == null ? new Nowhere() : new ToService(service, collection);
    }
}
