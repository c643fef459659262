package io.serviceconcept.eventsourcing.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.faults.AttemptLog.Part;
import io.serviceconcept.eventsourcing.testing.History.Attempt;
import io.serviceconcept.eventsourcing.testing.History.Outcome;
import io.serviceconcept.eventsourcing.testing.History.Wanted;

/** Reads what an {@link AttemptLog} has written, also one that was cut off in the middle of a line. */
final class AttemptFile {

    static final String ORGANISATION = "city";

    /**
     * An attempt as it was begun.
     *
     * @param key the idempotency key, null without one
     * @param each whether each part is stored or not by itself
     */
    record Begun(@Nullable String key, boolean each, List<Part> parts) {
    }

    private AttemptFile() {
    }

    static void read(Path path, Consumer<Attempt> attempts) {
        Begun open = null;
        try (var lines = Files.lines(path)) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (!line.endsWith(" .")) {
                    continue;
                }
                String[] words = line.split(" ");
                if (words[0].equals("T")) {
                    Begun begun = begun(words);
                    // the same key again is the same attempt, whose last answer counts
                    if (open != null && (open.key() == null || !open.key().equals(begun.key()))) {
                        unknown(open, attempts);
                    }
                    open = begun;
                } else if (open != null && !(words[0].equals("U") && open.key() != null)) {
                    answered(open, words, attempts);
                    open = null;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (open != null) {
            unknown(open, attempts);
        }
    }

    private static void unknown(Begun begun, Consumer<Attempt> attempts) {
        if (begun.each()) {
            alone(begun).forEach(part -> attempts.accept(attempt(part, Outcome.UNKNOWN)));
        } else {
            attempts.accept(attempt(begun, Outcome.UNKNOWN));
        }
    }

    private static List<Begun> alone(Begun begun) {
        return begun.parts().stream().map(part -> new Begun(begun.key(), false, List.of(part))).toList();
    }

    /** The last attempt with a key that was never answered; null when there is none. */
    static @Nullable Begun unanswered(Path path) {
        if (!Files.exists(path)) {
            return null;
        }
        Begun open = null;
        try (var lines = Files.lines(path)) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.endsWith(" .")) {
                    String[] words = line.split(" ");
                    if (words[0].equals("T")) {
                        open = begun(words);
                    } else if (!words[0].equals("U")) {
                        open = null;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open == null || open.key() == null ? null : open;
    }

    private static Begun begun(String[] words) {
        List<Part> parts = new ArrayList<>();
        for (int i = 2; i < words.length - 1; i++) {
            String[] fields = words[i].split(":");
            parts.add(new Part(new StreamId(ORGANISATION, fields[0]), Long.parseLong(fields[1]),
                    Integer.parseInt(fields[2])));
        }
        boolean each = words[1].equals("+");
        return new Begun(each || words[1].equals("-") ? null : words[1], each, parts);
    }

    private static void answered(Begun begun, String[] words, Consumer<Attempt> attempts) {
        switch (words[0]) {
            case "A" -> attempts.accept(told(begun, words));
            case "K" -> attempts.accept(attempt(begun, Outcome.ACKNOWLEDGED));
            case "R" -> attempts.accept(attempt(begun, Outcome.REFUSED));
            case "U" -> unknown(begun, attempts);
            case "C" -> {
                List<Begun> parts = alone(begun);
                for (int i = 0; i < parts.size(); i++) {
                    boolean created = words[i + 1].equals("1");
                    attempts.accept(attempt(parts.get(i), created ? Outcome.ACKNOWLEDGED : Outcome.REFUSED));
                }
            }
            default -> throw new IllegalStateException("no such answer: " + words[0]);
        }
    }

    private static Attempt attempt(Begun begun, Outcome outcome) {
        List<Wanted> events = new ArrayList<>();
        for (Part part : begun.parts()) {
            Marks.events(part.firstMark(), part.count()).forEach(e -> events.add(new Wanted(part.stream(), e)));
        }
        return new Attempt(name(begun), outcome, events);
    }

    private static Attempt told(Begun begun, String[] words) {
        List<Wanted> events = new ArrayList<>();
        int word = 1;
        for (Part part : begun.parts()) {
            for (Object event : Marks.events(part.firstMark(), part.count())) {
                String[] fields = words[word++].split(":");
                events.add(new Wanted(part.stream(), event, Long.valueOf(fields[0]), UUID.fromString(fields[1])));
            }
        }
        return new Attempt(name(begun), Outcome.ACKNOWLEDGED, events);
    }

    private static String name(Begun begun) {
        return "attempt " + begun.parts().getFirst().firstMark();
    }
}
