package io.serviceconcept.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How the services of this project are run: each from its packaged jar in a JVM of its own. */
final class Services {

    /** The name of the key that wraps the keys of subjects; here it is never another. */
    private static final String OUTER_KEY = "local";

    private static final int HEAP_MEGABYTES = 384;

    private static final List<Part> WITH_DATABASE = List.of(Part.CONCEPT_SERVICE, Part.MEASUREMENT_SERVICE,
            Part.JOURNEY_SERVICE);

    /** The topics that the services publish to, and those that keep their erasures of personal data. */
    static final List<String> TOPICS = Stream.concat(
            Stream.of("concept-events", "journey-events", "measurement-events"),
            WITH_DATABASE.stream().map(service -> service.label() + "-erasures")).toList();

    private final Path root;
    private final DataFolder folder;
    private final Map<Part, Integer> ports;

    Services(Path root, DataFolder folder, Map<Part, Integer> ports) {
        this.root = root;
        this.folder = folder;
        this.ports = ports;
    }

    /** The password of each database's owner by the database's name. */
    Map<String, String> databases() {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (Part service : WITH_DATABASE) {
            passwords.put(database(service), folder.password("database-" + database(service)));
        }
        return passwords;
    }

    ServerProcess start(Part service) {
        return ServerProcess.start(service.label(), ServiceJvm.serving(jar(service), HEAP_MEGABYTES), environment(service),
                folder.log(service));
    }

    URI readiness(Part service) {
        return URI.create(url(service) + "/q/health/ready");
    }

    /** @throws PlatformFailure when the service has not been built */
    Path jar(Part service) {
        Path jar = root.resolve(service.label()).resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new PlatformFailure(
                    service.label() + " is not built, " + jar + " is missing: run mvn package -Dquick -DskipTests.");
        }
        return jar;
    }

    private Map<String, String> environment(Part service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port(service)));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", url(Part.KEYCLOAK) + "/realms/" + Realm.NAME);
        if (WITH_DATABASE.contains(service)) {
            String database = database(service);
            environment.put("QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:postgresql://127.0.0.1:" + port(Part.POSTGRESQL) + "/" + database);
            environment.put("QUARKUS_DATASOURCE_USERNAME", database);
            environment.put("QUARKUS_DATASOURCE_PASSWORD", folder.password("database-" + database));
            environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(Part.KAFKA));
            environment.put("EVENT_SOURCING_PERSONAL_DATA_CURRENT", OUTER_KEY);
            environment.put("EVENT_SOURCING_PERSONAL_DATA_OUTER_KEYS_" + OUTER_KEY.toUpperCase(Locale.ROOT),
                    folder.key("personal-data-outer-" + database));
            // one for all, so that a subject has one id everywhere: see docs/adr/0027
            environment.put("EVENT_SOURCING_PERSONAL_DATA_HMAC_KEY", folder.key("personal-data-hmac-concept"));
            if (service == Part.MEASUREMENT_SERVICE) {
                environment.put("WEBHOOKS_SECRET_KEY", folder.key("webhooks"));
                environment.put("INVITATIONS_KEY", folder.key("invitations"));
            }
        } else {
            environment.put("GATEWAY_CONCEPT_SERVICE_URL", url(Part.CONCEPT_SERVICE));
            environment.put("GATEWAY_MEASUREMENT_SERVICE_URL", url(Part.MEASUREMENT_SERVICE));
            environment.put("GATEWAY_JOURNEY_SERVICE_URL", url(Part.JOURNEY_SERVICE));
        }
        return environment;
    }

    private static String database(Part service) {
        return service.label().replace("-service", "");
    }

    private String url(Part part) {
        return "http://127.0.0.1:" + port(part);
    }

    private int port(Part part) {
        return ports.getOrDefault(part, part.defaultPort());
    }
}
