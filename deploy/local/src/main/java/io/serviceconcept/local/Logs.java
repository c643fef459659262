package io.serviceconcept.local;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the chatter of the embedded servers out of whatever runs beside them. */
final class Logs {

    // A logger that nobody holds is collected together with its level.
    private static final List<Logger> HELD = new ArrayList<>();

    private Logs() {
    }

    /** Warnings and errors only, unless a level was chosen already. */
    static void quieten(String... categories) {
        for (String category : categories) {
            limit(category, Level.WARNING);
        }
    }

    /** Nothing, unless a level was chosen already. */
    static void silence(String category) {
        limit(category, Level.OFF);
    }

    private static synchronized void limit(String category, Level level) {
        Logger logger = Logger.getLogger(category);
        if (logger.getLevel() == null) {
            logger.setLevel(level);
        }
        HELD.add(logger);
    }
}
