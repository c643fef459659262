package io.serviceconcept.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.time.Duration;

import org.postgresql.PGConnection;

/** Writes the rows of stored events into a new table with the same indexes, by COPY in binary form. */
final class CopyIn implements Contender {

    private final Database database;
    private final byte[] rows;
    private final int count;

    private CopyIn(Database database, byte[] rows, int count) {
        this.database = database;
        this.rows = rows;
        this.count = count;
    }

    /** @param from holds at least as many events, of which the last are copied */
    static CopyIn of(Database from, Database to, int count) throws Exception {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (Connection connection = from.unlimited()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(
                    "copy (select * from event where stream like 'response%' limit " + count + ") to stdout (format binary)",
                    rows);
        }
        to.migrate();
        return new CopyIn(to, rows.toByteArray(), count);
    }

    @Override
    public String name() {
        return "COPY … FROM STDIN";
    }

    @Override
    public Sample run(Duration slice) throws Exception {
        database.execute("drop table if exists copied; create table copied (like event including all)");
        try (Connection connection = database.unlimited()) {
            long begun = System.nanoTime();
            long copied = connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyIn("copy copied from stdin (format binary)", new ByteArrayInputStream(rows));
            long nanoseconds = System.nanoTime() - begun;
            if (copied != count) {
                throw new IllegalStateException(copied + " rows were copied");
            }
            return Sample.ofOneOperation(copied, nanoseconds);
        }
    }

    @Override
    public void close() {
        // what it uses is its row's
    }
}
