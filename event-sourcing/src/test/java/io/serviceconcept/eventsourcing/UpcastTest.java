package io.serviceconcept.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.eventsourcing.testing.ApprovedEvents;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class UpcastTest {

    sealed interface MeterEvent {

        record Read(BigDecimal value, Unit unit) implements MeterEvent {
        }

        record HandedOver(List<Tenant> tenants) implements MeterEvent {
        }
    }

    enum Unit {
        KWH,
        CUBIC_METRE
    }

    record Tenant(Personal name) {
    }

    private static final EventTypes TYPES = EventTypes.of(types("KWH"));

    private static EventTypes types(String unit) {
        return EventTypes.builder()
                .upcast("meter.read.v1", "meter.read.v2", UpcastTest::withNumber)
                .upcast("meter.read.v2", "meter.read.v3", read -> read.put("unit", unit))
                .add("meter.read.v3", MeterEvent.Read.class)
                .upcast("meter.handed-over.v1", "meter.handed-over.v2", UpcastTest::withSeveralTenants)
                .add("meter.handed-over.v2", MeterEvent.HandedOver.class).build();
    }

    private static ObjectNode withNumber(ObjectNode read) {
        BigDecimal value = new BigDecimal(read.remove("kwh").textValue());
        return read.put("value", value);
    }

    private static ObjectNode withSeveralTenants(ObjectNode handedOver) {
        JsonNode tenant = handedOver.remove("tenant");
        handedOver.putArray("tenants").addObject().set("name", tenant);
        return handedOver;
    }

    @Test
    void approvedOldEventsReadAsTheirApprovedSelvesOfToday() {
        ApprovedEvents.verify(TYPES, MeterEvent.class);
    }

    @Test
    void anUpcasterThatChangedIsNoticed() {
        assertThatThrownBy(() -> ApprovedEvents.verify(types("MWH"), MeterEvent.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ApprovedEvents.verify(types("CUBIC_METRE"), MeterEvent.class))
                .isInstanceOf(AssertionError.class).hasMessageContaining("meter.read.v1");
    }

    @Test
    void anOlderNameWithoutAnApprovedFileIsNoticed() {
        EventTypes more = EventTypes.builder().add("meter.read.v3", MeterEvent.Read.class)
                .upcast("meter.read.v4", "meter.read.v3", read -> read).build();

        assertThatThrownBy(() -> ApprovedEvents.verify(more)).hasMessageContaining("no approved file meter.read.v4.json");
    }

    @Property(tries = 500)
    void theUpcastOfAnOldEventEqualsTodaysEvent(@ForAll BigDecimal value) {
        MeterEvent today = new MeterEvent.Read(value, Unit.KWH);

        assertThat(TYPES.read("meter.read.v1", "{\"kwh\": \"" + value + "\"}")).isEqualTo(today);
        assertThat(TYPES.read("meter.read.v2", "{\"value\": " + value + "}")).isEqualTo(today);
        assertThat(TYPES.read(TYPES.nameOf(today.getClass()), TYPES.write(today))).isEqualTo(today);
    }

    @Test
    void onlyTodaysNameIsWritten() {
        assertThat(TYPES.nameOf(MeterEvent.Read.class)).isEqualTo("meter.read.v3");
        assertThat(TYPES.all()).doesNotContainKey("meter.read.v1");
        assertThat(TYPES.older()).containsExactlyInAnyOrder("meter.read.v1", "meter.read.v2", "meter.handed-over.v1");
        assertThatIllegalArgumentException().isThrownBy(() -> TYPES.read("meter.read.v4", "{}"))
                .withMessageContaining("unknown event type");
    }

    @Test
    void whatIsNoObjectIsNotUpcast() {
        assertThatIllegalArgumentException().isThrownBy(() -> TYPES.read("meter.read.v1", "[]"));
        assertThatIllegalArgumentException().isThrownBy(() -> TYPES.read("meter.read.v1", "{"));
    }

    @Test
    void aChainEndsAtARecordAndDoesNotGoRound() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.builder()
                .upcast("meter.read.v1", "meter.read.v2", read -> read).build())
                .withMessageContaining("meter.read.v2, which has no record");
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.builder()
                .upcast("meter.read.v1", "meter.read.v2", read -> read)
                .upcast("meter.read.v2", "meter.read.v1", read -> read).build()).withMessageContaining("circle");
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.builder()
                .upcast("meter.read.v1", "meter.read.v1", read -> read).build()).withMessageContaining("circle");
    }

    @Test
    void aNameIsEitherARecordOrAnUpcaster() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.builder()
                .add("meter.read.v1", MeterEvent.Read.class).upcast("meter.read.v1", "meter.read.v2", read -> read))
                .withMessageContaining("registered twice");
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.builder()
                .upcast("meter.read.v1", "meter.read.v2", read -> read).add("meter.read.v1", MeterEvent.Read.class))
                .withMessageContaining("registered twice");
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.builder()
                .upcast("Meter", "meter.read.v2", read -> read)).withMessageContaining("not a type name");
    }
}
