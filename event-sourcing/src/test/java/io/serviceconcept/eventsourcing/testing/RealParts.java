package io.serviceconcept.eventsourcing.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.serviceconcept.local.LocalKafka;
import io.serviceconcept.local.LocalPostgres;

/** A PostgreSQL and a Kafka of their own for the {@code @QuarkusTest}s of a service, and a key that signs its tokens. */
public class RealParts implements QuarkusTestResourceLifecycleManager {

    /** Where the services' topics are, for tests that speak for another service. */
    public static final String BOOTSTRAP_SERVERS = "test.kafka.bootstrap.servers";
    static final String PRIVATE_KEY = "test.token.private-key";
    static final String ISSUER = "https://identity.test/realms/service-concept";

    /** Set to {@code none}, the service gets no keys for personal data. */
    public static final String PERSONAL_DATA = "personal-data";

    private boolean withKeys = true;
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;

    @Override
    public void init(Map<String, String> arguments) {
        withKeys = !"none".equals(arguments.get(PERSONAL_DATA));
    }

    @Override
    public Map<String, String> start() {
        LocalPostgres database = LocalPostgres.temporary("service");
        LocalKafka broker = LocalKafka.temporary("concept-events", "journey-events", "measurement-events",
                "concept-service-erasures", "journey-service-erasures", "measurement-service-erasures",
                "meter-service-erasures");
        postgres = database;
        kafka = broker;
        KeyPair keys = keys();
        // system properties, because tests and test resources live in different class loaders
        System.setProperty(PRIVATE_KEY, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        System.setProperty(BOOTSTRAP_SERVERS, broker.bootstrapServers());
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", database.jdbcUrl("service"));
        config.put("quarkus.datasource.username", "service");
        config.put("quarkus.datasource.password", database.password("service"));
        if (withKeys) {
            config.put("event-sourcing.personal-data.current", "test");
            config.put("event-sourcing.personal-data.outer-keys.test", randomKey());
            config.put("event-sourcing.personal-data.hmac-key", randomKey());
        }
        config.put("kafka.bootstrap.servers", broker.bootstrapServers());
        config.put("quarkus.oidc.public-key", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        config.put("quarkus.oidc.token.issuer", ISSUER);
        config.put("organisation.time-zones", "new-york=America/New_York,auckland=Pacific/Auckland,"
                + "where-days-begin=Pacific/Kiritimati,where-days-end=Etc/GMT+12");
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
