package io.serviceconcept.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Times in events are read as Jackson reads them, only faster. */
class InstantReaderTest {

    private static final JsonMapper JACKSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Property
    void everyTimeIsReadBack(@ForAll @LongRange(min = -31_557_014_167_219_200L, max = 31_556_889_864_403_199L) long second,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nanos) throws JsonProcessingException {
        Instant instant = Instant.ofEpochSecond(second, nanos);

        assertThat(read(EventTypes.json(), '"' + instant.toString() + '"')).contains(instant);
    }

    @Property(tries = 5_000)
    void whatLooksLikeATimeIsReadAsByJackson(@ForAll @From("timesOfAKind") String text) {
        assertThat(read(EventTypes.json(), '"' + text + '"')).isEqualTo(read(JACKSON, '"' + text + '"'));
    }

    @Provide
    Arbitrary<String> timesOfAKind() {
        Arbitrary<String> edges = Arbitraries.of("2026-02-29T00:00:00Z", "2024-02-29T23:59:60Z", "2026-01-01T24:00:00Z",
                "2026-01-01 09:00:00Z", "2026-01-01t09:00:00z", "2026-01-01T09:00Z", "2026-01-01T09:00:00+01:00",
                "2026-01-01T09:00:00.1234567890Z", "2026-01-01T09:00:00,5Z", "2026-01-01T09:00:00.Z", "0000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "2026-01-01", "now", "", "1767258000",
                "2026-01-01T09:00:00");
        Arbitrary<String> built = Arbitraries.strings().withChars("0123456789").ofLength(15)
                .map(d -> "2" + d.substring(0, 3) + "-" + d.substring(3, 5) + "-" + d.substring(5, 7) + "T" + d.substring(7, 9)
                        + ":" + d.substring(9, 11) + ":" + d.substring(11, 13) + "." + d.substring(13) + "Z");
        Arbitrary<String> near = Arbitraries.strings().withChars("0123-:TZ.+,").ofMinLength(19).ofMaxLength(24);
        return Arbitraries.oneOf(edges, built, near);
    }

    /** Empty when it is refused. */
    private static Optional<Instant> read(JsonMapper mapper, String json) {
        try {
            return Optional.ofNullable(mapper.readValue(json, Instant.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
