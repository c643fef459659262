package io.serviceconcept.local;

import java.util.concurrent.CompletionStage;

/**
 * A part that has been started.
 *
 * @param process the process it runs in; for Kafka this one
 * @param ended completes when the part has ended, by whatever cause
 * @param stop stops it in good order and waits for it
 * @param kill ends it as {@code kill -9} does and waits for it
 */
record RunningPart(Part part, ProcessHandle process, CompletionStage<?> ended, Runnable stop, Runnable kill) {

    static RunningPart of(Part part, ServerProcess server) {
        return new RunningPart(part, server.handle(), server.handle().onExit(), server::stop, server::kill);
    }

    static RunningPart of(LocalKeycloak keycloak) {
        return new RunningPart(Part.KEYCLOAK, keycloak.process(), keycloak.process().onExit(), keycloak::close, keycloak::kill);
    }

    static RunningPart of(LocalPostgres postgres) {
        return new RunningPart(Part.POSTGRESQL, postgres.process(), postgres.process().onExit(), postgres::close, () -> {
            postgres.kill();
            postgres.close();
        });
    }

    static RunningPart of(LocalKafka kafka) {
        return new RunningPart(Part.KAFKA, ProcessHandle.current(), LocalKafka.failure(), kafka::close, () -> {
            throw new UnsupportedOperationException("Kafka runs in this JVM and cannot be killed apart from it");
        });
    }
}
