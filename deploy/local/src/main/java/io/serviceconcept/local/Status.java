package io.serviceconcept.local;

import java.util.Locale;
import java.util.Optional;

/** Which parts of the platform in a folder run. */
final class Status {

    private final DataFolder folder;

    Status(DataFolder folder) {
        this.folder = folder;
    }

    /** Prints a line for each part; tells whether a launcher watches over them. */
    boolean print() {
        Optional<ProcessHandle> launcher = folder.launcher().process();
        for (Part part : Part.values()) {
            System.out.println(String.format(Locale.ROOT, "%-20s %s", part.label(), folder.pid(part).process()
                    .map(process -> "running, process " + process.pid()).orElse("down")));
        }
        folder.readSummary().filter(text -> launcher.isPresent()).ifPresent(System.out::println);
        return launcher.isPresent();
    }
}
