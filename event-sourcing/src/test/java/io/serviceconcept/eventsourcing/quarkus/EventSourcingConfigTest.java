package io.serviceconcept.eventsourcing.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class EventSourcingConfigTest {

    private static EventSourcingConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter()).withSources(new EnvConfigSource(environment, 300))
                .withMapping(EventSourcingConfig.class).build()
                .getConfigMapping(EventSourcingConfig.class);
    }

    @Test
    void theKeysOfPersonalDataComeFromTheEnvironment() {
        EventSourcingConfig.PersonalDataConfig personal = config(Map.of(
                "EVENT_SOURCING_PERSONAL_DATA_CURRENT", "second",
                "EVENT_SOURCING_PERSONAL_DATA_OUTER_KEYS_FIRST", "QUFB",
                "EVENT_SOURCING_PERSONAL_DATA_OUTER_KEYS_SECOND", "QkJC",
                "EVENT_SOURCING_PERSONAL_DATA_HMAC_KEY", "Q0ND")).personalData().orElseThrow();

        Map<String, String> outer = new HashMap<>();
        personal.outerKeys().forEach((name, key) -> outer.put(name, key.get()));
        assertThat(outer).containsExactlyInAnyOrderEntriesOf(Map.of("first", "QUFB", "second", "QkJC"));
        assertThat(personal.current()).isEqualTo("second");
        assertThat(personal.hmacKey().get()).isEqualTo("Q0ND");
        assertThat(personal.erasuresTopic()).isEmpty();
    }

    @Test
    void aServiceWithoutPersonalDataNeedsNone() {
        assertThat(config(Map.of()).personalData()).isEmpty();
    }
}
