package io.serviceconcept.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the command line asks for.
 *
 * @param trained whether services run with an AOT cache
 * @param rows the ids of some rows; empty for all
 */
record Options(Scale scale, boolean profiled, boolean trained, List<String> rows) {

    /** @throws IllegalArgumentException saying what is not understood */
    static Options parse(List<String> arguments, List<String> known) {
        Scale scale = Scale.FULL;
        boolean profiled = false;
        boolean trained = false;
        List<String> rows = new ArrayList<>();
        for (String argument : arguments) {
            switch (argument) {
                case "--quick" -> scale = Scale.QUICK;
                case "--profile" -> profiled = true;
                case "--trained" -> trained = true;
                default -> {
                    String row = argument.toUpperCase(Locale.ROOT);
                    if (!known.contains(row)) {
                        throw new IllegalArgumentException(
                                "There is no row " + argument + "; there are " + String.join(", ", known) + ".");
                    }
                    rows.add(row);
                }
            }
        }
        return new Options(scale, profiled, trained, rows);
    }

    boolean asksFor(Row row) {
        return rows.isEmpty() ? scale != Scale.QUICK || !row.startsServices() : rows.contains(row.id());
    }
}
