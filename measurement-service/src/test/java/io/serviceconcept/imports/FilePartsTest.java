package io.serviceconcept.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.serviceconcept.eventsourcing.PassingKeys;

class FilePartsTest {

    private final FileParts parts = new FileParts(new PassingKeys.Key() {

        @Override
        public byte[] seal(String place, byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(String place, byte[] sealed) {
            return sealed.clone();
        }
    });

    @ParameterizedTest
    @ValueSource(ints = { 1, 100, FileParts.LENGTH - 1, FileParts.LENGTH })
    void aPartComesBackAsItWas(int length) {
        byte[] bytes = new byte[FileParts.LENGTH];
        new Random(length).nextBytes(bytes);
        byte[] back = new byte[length + 1];

        assertThat(parts.read(0, parts.stored(0, bytes, length), back, 0)).isEqualTo(length);
        assertThat(Arrays.copyOf(back, length)).isEqualTo(Arrays.copyOf(bytes, length));
    }
}
