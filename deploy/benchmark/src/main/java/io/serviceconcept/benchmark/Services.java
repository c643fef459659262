package io.serviceconcept.benchmark;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.serviceconcept.local.LocalKafka;

/** The services of the platform as far as a row asks for them, each with a database of its own, and one broker. */
final class Services implements AutoCloseable {

    static final String CONCEPT = "concept-service";
    static final String MEASUREMENT = "measurement-service";
    static final String JOURNEY = "journey-service";
    static final String GATEWAY = "gateway";

    /** How a process is begun: see {@link ServiceProcess}. */
    @FunctionalInterface
    interface Starting {
        ServiceProcess start(String name, Path jar, Path home, Map<String, String> environment) throws Exception;
    }

    /** Of 32 bytes; nothing here is secret. */
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Bench bench;
    private final Built built;
    private final String row;
    private final Starting starting;
    private final Resources opened = new Resources();
    private final Identity identity;
    private final LocalKafka kafka;

    /** @param row names the databases */
    Services(Bench bench, Built built, String row) throws GeneralSecurityException {
        this(bench, built, row, ServiceProcess::start);
    }

    Services(Bench bench, Built built, String row, Starting starting) throws GeneralSecurityException {
        this.starting = starting;
        this.bench = bench;
        this.built = built;
        this.row = row;
        this.identity = new Identity();
        this.kafka = opened.add(LocalKafka.temporary("concept-events", "journey-events", "measurement-events",
                "concept-service-erasures", "measurement-service-erasures"));
    }

    Api concept() throws Exception {
        return api(start(CONCEPT, withDatabase(opened.add(bench.server().create(row + "_concept")))));
    }

    void journey() throws Exception {
        start(JOURNEY, withDatabase(opened.add(bench.server().create(row + "_journey"))));
    }

    ServiceProcess measurement(Database database) throws Exception {
        return start(MEASUREMENT, withDatabase(database));
    }

    /** In front of a measurement-service alone; it lets everybody in as often as they like. */
    ServiceProcess gateway(ServiceProcess measurement) throws Exception {
        return start(GATEWAY, Map.of("GATEWAY_MEASUREMENT_SERVICE_URL", measurement.address(),
                "GATEWAY_RATE_LIMIT_PER_CALLER", "100000000",
                // there is no provider to ask, only its key
                "QUARKUS_OIDC_AUTH_SERVER_URL", ""));
    }

    ServiceProcess start(String name, Map<String, String> environment) throws Exception {
        Map<String, String> whole = new HashMap<>(environment);
        whole.putAll(identity.environment());
        return opened.add(starting.start(name, built.jar(name), bench.home(), whole));
    }

    Api api(ServiceProcess service) throws GeneralSecurityException {
        return opened.add(new Api(service.address(), identity.token()));
    }

    String token() throws GeneralSecurityException {
        return identity.token();
    }

    void createTopics(String... names) {
        kafka.createTopics(List.of(names));
    }

    String broker() {
        return kafka.bootstrapServers();
    }

    private Map<String, String> withDatabase(Database database) {
        Map<String, String> environment = new HashMap<>(ServiceProcess.database(database));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        // an import is kept under a key that they wrap
        environment.put("EVENT_SOURCING_PERSONAL_DATA_CURRENT", "bench");
        environment.put("EVENT_SOURCING_PERSONAL_DATA_OUTER_KEYS_BENCH", KEY);
        environment.put("EVENT_SOURCING_PERSONAL_DATA_HMAC_KEY", KEY);
        return environment;
    }

    @Override
    public void close() throws Exception {
        opened.close();
    }
}
