package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.PassingKeys;
import io.serviceconcept.eventsourcing.PersonalDataNotConfigured;

class WrappedPassingKeysTest {

    private static final byte[] PLAIN = "p-4711".getBytes(StandardCharsets.UTF_8);

    private final PassingKeys keys = new WrappedPassingKeys(Visits.keys("first"));

    @Test
    void whatAKeySealedItOpensAgain() {
        String wrapped = keys.create("city", "file-1");

        byte[] sealed = keys.unwrap("city", "file-1", wrapped).seal("part 0", PLAIN);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("p-4711");
        assertThat(keys.unwrap("city", "file-1", wrapped).open("part 0", sealed)).isEqualTo(PLAIN);
    }

    @Test
    void aKeyIsOfOneThingAndWhatItSealedOfOnePlace() {
        String wrapped = keys.create("city", "file-1");
        byte[] sealed = keys.unwrap("city", "file-1", wrapped).seal("part 0", PLAIN);

        assertThatIllegalStateException().isThrownBy(() -> keys.unwrap("city", "file-2", wrapped));
        assertThatIllegalStateException().isThrownBy(() -> keys.unwrap("village", "file-1", wrapped));
        assertThatIllegalStateException()
                .isThrownBy(() -> keys.unwrap("city", "file-1", wrapped).open("part 1", sealed));
        assertThatIllegalStateException().isThrownBy(
                () -> keys.unwrap("city", "file-1", keys.create("city", "file-1")).open("part 0", sealed));
    }

    @Test
    void withoutOuterKeysThereAreNone() {
        assertThatExceptionOfType(PersonalDataNotConfigured.class)
                .isThrownBy(() -> new WrappedPassingKeys(PersonalKeys.none()).create("city", "file-1"));
    }
}
