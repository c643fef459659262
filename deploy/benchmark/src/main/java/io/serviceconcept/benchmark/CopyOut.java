package io.serviceconcept.benchmark;

import java.io.OutputStream;
import java.sql.Connection;
import java.time.Duration;

import org.postgresql.PGConnection;

/** The fastest way to get the rows of the log out of PostgreSQL; what arrives is only counted. */
final class CopyOut implements Contender {

    private final Connection connection;

    CopyOut(Database database) throws Exception {
        this.connection = database.unlimited();
    }

    @Override
    public String name() {
        return "COPY … TO STDOUT";
    }

    @Override
    public Sample run(Duration slice) throws Exception {
        long begun = System.nanoTime();
        Counter bytes = new Counter();
        long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy event to stdout", bytes);
        if (bytes.count < rows * Events.BYTES) {
            throw new IllegalStateException("only " + bytes.count + " bytes arrived");
        }
        return Sample.ofOneOperation(rows, System.nanoTime() - begun);
    }

    private static final class Counter extends OutputStream {

        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }

    @Override
    public void close() throws Exception {
        connection.close();
    }
}
