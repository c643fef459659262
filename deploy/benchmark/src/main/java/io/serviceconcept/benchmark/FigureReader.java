package io.serviceconcept.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/** Somebody who looks at figures all the time, some hundred times a second. */
final class FigureReader implements AutoCloseable {

    private static final long PAUSE_NANOSECONDS = 5_000_000;

    private final DataSource dataSource;
    private final String table;
    private final AtomicLong reads = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable SQLException failure;

    FigureReader(DataSource dataSource, String table) {
        this.dataSource = dataSource;
        this.table = table;
        this.thread = Thread.ofPlatform().name("figure-reader").start(this::readOn);
    }

    private void readOn() {
        while (!stopped) {
            try (Connection connection = dataSource.getConnection()) {
                ResultCells.counted(connection, table);
                reads.incrementAndGet();
            } catch (SQLException e) {
                failure = e;
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
    }

    long reads() {
        return reads.get();
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        stopped = true;
        thread.join();
        SQLException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }
}
