package io.serviceconcept.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.serviceconcept.eventsourcing.testing.InMemoryEventStore;
import io.serviceconcept.eventsourcing.testing.Readings;

class PersonalTest {

    private static final SubjectId ANN = SubjectId.random();

    record Moved(Personal name, int persons) {
    }

    record Plain(String name, List<Integer> counts, @Nullable Instant at, Map<String, Plain> more) {
    }

    record Deep(List<Map<String, Optional<Personal[]>>> names) {
    }

    record Untyped(Object anything) {
    }

    sealed interface Contact {
        record Nobody() implements Contact {
        }

        record Somebody(List<? extends Contact> others, Moved moved) implements Contact {
        }
    }

    record Called(Contact contact) {
    }

    private static final EventTypes TYPES = EventTypes.builder().add("person.moved.v1", Moved.class)
            .add("person.plain.v1", Plain.class).build();

    @Test
    void theTextIsNeverShown() {
        Personal name = Personal.of(ANN, "Ann of the canal");

        assertThat(name.toString()).doesNotContain("Ann");
        assertThat(new Moved(name, 2).toString()).doesNotContain("Ann");
        assertThat(name.reveal()).contains("Ann of the canal");
    }

    @Test
    void valuesAreEqualWhenSubjectAndTextAre() {
        assertThat(Personal.of(ANN, "a")).isEqualTo(Personal.of(ANN, "a")).hasSameHashCodeAs(Personal.of(ANN, "a"))
                .isNotEqualTo(Personal.of(ANN, "b")).isNotEqualTo(Personal.of(SubjectId.random(), "a"))
                .isNotEqualTo(Personal.erased(ANN));
        assertThat(Personal.erased(ANN)).isEqualTo(Personal.erased(ANN));
        assertThat(Personal.erased(ANN).reveal()).isEmpty();
    }

    @Test
    void halfACharacterIsNoText() {
        assertThatIllegalArgumentException().isThrownBy(() -> Personal.of(ANN, "a\ud800"));
    }

    @Test
    void aPseudonymIsNoSubjectId() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SubjectId("ann@example.org"));
    }

    @Test
    void noMapperWritesIt() {
        Moved moved = new Moved(Personal.of(ANN, "Ann"), 2);

        assertThatThrownBy(() -> EventTypes.json().writeValueAsString(moved))
                .hasMessageContaining("reveal() it on purpose").hasMessageContaining("\"name\"").message()
                .doesNotContain("Ann");
        assertThatThrownBy(() -> EventTypes.json().valueToTree(moved)).hasMessageContaining("reveal() it on purpose");
        assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(moved)).hasMessageContaining("reveal()");
        assertThatIllegalArgumentException().isThrownBy(() -> TYPES.write(moved)).havingCause()
                .withMessageContaining("reveal()");
    }

    @Test
    void noMapperReadsIt() {
        String json = "{\"name\": {\"subject\": \"" + ANN + "\"}, \"persons\": 2}";

        assertThatThrownBy(() -> EventTypes.json().readValue(json, Moved.class))
                .hasMessageContaining("read by the event store alone");
        assertThatThrownBy(() -> new ObjectMapper().readValue(json, Moved.class))
                .hasMessageContaining("read by the event store alone");
    }

    @Test
    void whoCannotHoldPersonalValuesIsNotAskedForThem() {
        assertThat(PersonalFields.mayOccurIn(Plain.class)).isFalse();
        assertThat(PersonalFields.mayOccurIn(Readings.MeterEvent.Installed.class)).isFalse();
        assertThat(PersonalFields.mayOccurIn(Contact.Nobody.class)).isFalse();
        assertThat(List.of(Moved.class, Deep.class, Untyped.class, Called.class)).allMatch(PersonalFields::mayOccurIn);
    }

    @Test
    void everySubjectIsFound() {
        SubjectId ben = SubjectId.random();
        EventTypes types = EventTypes.builder().add("person.untyped.v1", Untyped.class).build();
        Set<Object> both = new HashSet<>(List.of(Personal.of(ANN, "Ann"), Map.of("x", List.of(Personal.of(ben, "Ben")))));

        assertThat(types.subjectsOf(new Untyped(both))).containsExactlyInAnyOrder(ANN, ben);
        assertThat(TYPES.subjectsOf(new Plain("x", List.of(), null, Map.of()))).isEmpty();
    }

    @Test
    void aStoreInMemoryKeepsIt() {
        EventStore store = new InMemoryEventStore(TYPES, type -> false);
        StreamId stream = StreamId.of("city", "person", UUID.randomUUID().toString());
        Moved moved = new Moved(Personal.of(ANN, "Ann"), 2);

        store.append(Append.to(Readings.context(), stream, 0, List.of(moved)));

        assertThat(store.read(stream, 0)).extracting(RecordedEvent::event).containsExactly(moved);
    }
}
