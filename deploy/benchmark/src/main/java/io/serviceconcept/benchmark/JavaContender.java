package io.serviceconcept.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

import javax.sql.DataSource;

import io.agroal.api.AgroalDataSource;

/** A contender in this process: callers that share a pool. */
final class JavaContender implements Contender {

    /** The driver turns to server-side statements at the fifth execution. */
    private static final int BEFORE_COUNTING = 10;
    private static final int COUNTED = 20;

    /** How to do the work over given connections. */
    @FunctionalInterface
    interface Way {
        Callers.Operation over(DataSource dataSource) throws SQLException;
    }

    private final String name;
    private final int callers;
    private final Database database;
    private final Map<String, String> properties;
    private final Way way;
    private final AgroalDataSource pool;
    private final Callers.Operation operation;

    /** @param properties of the driver */
    JavaContender(String name, int callers, Database database, int connections, Map<String, String> properties, Way way)
            throws SQLException {
        this.name = name;
        this.callers = callers;
        this.database = database;
        this.properties = properties;
        this.way = way;
        this.pool = database.pool(connections, properties);
        this.operation = way.over(pool);
    }

    /** Every caller has a connection. */
    JavaContender(String name, int callers, Database database, Way way) throws SQLException {
        this(name, callers, database, callers, Map.of(), way);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample run(Duration slice) throws Exception {
        return Callers.during(slice, callers, operation);
    }

    @Override
    public OptionalDouble roundTrips() throws Exception {
        Map<String, String> counting = new HashMap<>(properties);
        counting.put("socketFactory", RoundTrips.class.getName());
        try (AgroalDataSource counted = database.pool(1, counting)) {
            Callers.Operation alone = way.over(counted);
            Callers.times(BEFORE_COUNTING, 1, alone);
            long before = RoundTrips.count();
            Callers.times(COUNTED, 1, alone);
            OptionalDouble result = OptionalDouble.of((RoundTrips.count() - before) / (double) COUNTED);
            closeIfNeeded(alone);
            return result;
        }
    }

    private static void closeIfNeeded(Callers.Operation operation) throws Exception {
        if (operation instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    @Override
    public void close() throws Exception {
        closeIfNeeded(operation);
        pool.close();
    }
}
