package io.serviceconcept.eventsourcing.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.postgresql.ds.PGSimpleDataSource;

import io.serviceconcept.local.LocalPostgres;

/** A JVM that publishes erasures until it is killed, or until the one that started it ends. */
final class ErasurePublishingProcess {

    private ErasurePublishingProcess() {
    }

    static Process start(LocalPostgres postgres, String database, String bootstrapServers, String topic, Path log)
            throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                ErasurePublishingProcess.class.getName(), postgres.jdbcUrl(database), database,
                postgres.password(database), bootstrapServers, topic).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    public static void main(String[] arguments) throws IOException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        dataSource.setUser(arguments[1]);
        dataSource.setPassword(arguments[2]);
        ErasurePublication publication = new ErasurePublication(dataSource,
                new ErasureLedger(arguments[4], "/visit-service", arguments[3], dataSource),
                new KafkaSender(arguments[3], Map.of()));
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                if (!publication.work()) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        });
        System.in.read();
    }
}
