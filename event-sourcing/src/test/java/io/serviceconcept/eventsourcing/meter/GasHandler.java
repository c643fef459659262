package io.serviceconcept.eventsourcing.meter;

import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;

/** Takes what a gas service says, except from streams that it refuses now. */
@ApplicationScoped
class GasHandler implements InboundHandler {

    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    Set<String> refused() {
        return refused;
    }

    @Override
    public String source() {
        return "/gas-service";
    }

    @Override
    public void handle(Connection connection, InboundEvent event) {
        if (refused.contains(event.stream())) {
            throw new IllegalArgumentException("refused for now");
        }
    }
}
