package io.serviceconcept.eventsourcing.meter;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.eventsourcing.meter.MeterDecider.Command;
import io.serviceconcept.eventsourcing.meter.MeterDecider.Meter;
import io.serviceconcept.eventsourcing.meter.MeterDecider.Rejection;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

class MeterDecider implements Decider<Command, Meter, MeterEvent, Rejection> {

    sealed interface Command {
    }

    record Install(String place) implements Command {
    }

    record ReadOff(long value) implements Command {
    }

    record Meter(@Nullable String place, long lastValue) {
    }

    enum Rejection {
        INSTALLED_ALREADY,
        NOT_INSTALLED,
        RUNS_BACKWARDS
    }

    @Override
    public Meter initial() {
        return new Meter(null, 0);
    }

    @Override
    public Decision<MeterEvent, Rejection> decide(Command command, Meter meter) {
        return switch (command) {
            case Install install when meter.place() != null -> Decision.rejected(Rejection.INSTALLED_ALREADY);
            case Install install -> Decision.accepted(new MeterEvent.Installed(install.place()));
            case ReadOff readOff when meter.place() == null -> Decision.rejected(Rejection.NOT_INSTALLED);
            case ReadOff readOff when readOff.value() < meter.lastValue() -> Decision.rejected(Rejection.RUNS_BACKWARDS);
            case ReadOff readOff -> Decision.accepted(new MeterEvent.Read(readOff.value()));
        };
    }

    @Override
    public Meter evolve(Meter meter, MeterEvent event) {
        return switch (event) {
            case MeterEvent.Installed installed -> new Meter(installed.place(), 0);
            case MeterEvent.Read read -> new Meter(meter.place(), read.value());
        };
    }
}
