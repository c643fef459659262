package io.serviceconcept.eventsourcing.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that this process logs, with the traces. */
final class CapturedLog extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();
    private final StringWriter text = new StringWriter();
    private final Level before = root().getLevel();

    static CapturedLog start() {
        CapturedLog log = new CapturedLog();
        log.setLevel(Level.ALL);
        root().addHandler(log);
        return log;
    }

    private static Logger root() {
        return Logger.getLogger("");
    }

    void stop() {
        root().removeHandler(this);
        root().setLevel(before);
    }

    String text() {
        return text.toString();
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        text.append(formatter.formatMessage(entry)).append('\n');
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text, true));
        }
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        stop();
    }
}
