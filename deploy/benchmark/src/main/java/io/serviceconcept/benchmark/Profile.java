package io.serviceconcept.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/** A recording of Java's flight recorder for each row. */
final class Profile {

    private final Path directory;

    Profile(Path directory) {
        this.directory = directory;
    }

    /** Recording begins; closing the result writes {@code P1.jfr}. */
    AutoCloseable of(Row row) throws IOException, ParseException {
        Files.createDirectories(directory);
        Recording recording = new Recording(Configuration.getConfiguration("profile"));
        recording.setDestination(directory.resolve(row.id() + ".jfr"));
        recording.start();
        return recording;
    }
}
