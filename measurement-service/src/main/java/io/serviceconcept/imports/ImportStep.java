package io.serviceconcept.imports;

import java.util.ArrayList;
import java.util.List;

import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.intake.Batch;
import io.serviceconcept.intake.BatchAnswer;
import io.serviceconcept.intake.BatchAnswer.BatchItem;

/** Some lines of a file, and what becomes of them. */
final class ImportStep {

    private final ImportKind kind;
    private final List<Line.Read> lines = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();
    private int broken;
    private long errorCount;

    ImportStep(ImportKind kind) {
        this.kind = kind;
    }

    /** Reads what the window holds, up to as many lines as a batch has items. */
    void read(Window window, Reading reading) {
        Scanner scanner = reading.scanner(window);
        while (!isFull()) {
            Found next = scanner.next();
            if (next == null) {
                return;
            }
            switch (next) {
                case Found.Broken(LineError error) -> refuse(error);
                case Found.Readable readable -> {
                    switch (reading.read(readable)) {
                        case Line.Read line -> lines.add(line);
                        case Line.Unread(LineError error) -> refuse(error);
                        case Line.Blank _ -> {
                            // says nothing
                        }
                    }
                }
            }
        }
    }

    /** Whether there may be more in the window. */
    boolean isFull() {
        return found() == Batch.LARGEST;
    }

    private int found() {
        return lines.size() + broken;
    }

    List<Batch.Item> batch() {
        return lines.stream().<Batch.Item> map(line -> new Batch.Item.Readable(line.item())).toList();
    }

    /** What was wrong with the lines, as far as there is room to keep it. */
    List<LineError> errors(ImportTally before) {
        int room = (int) Math.max(0, ImportTally.MOST_LISTED - before.listed());
        return errors.size() <= room ? List.copyOf(errors) : List.copyOf(errors.subList(0, room));
    }

    ImportTally tally(BatchAnswer answer, ImportTally before) {
        long stored = 0;
        long unchanged = 0;
        long conflicting = 0;
        long invalid = broken;
        for (BatchItem item : answer.items()) {
            switch (item.status()) {
                case 201 -> stored++;
                case 200 -> unchanged++;
                case 409 -> {
                    conflicting++;
                    list(lines.get(item.index()), item);
                }
                default -> {
                    invalid++;
                    list(lines.get(item.index()), item);
                }
            }
        }
        return new ImportTally(stored, unchanged, conflicting, invalid, errorCount, errors(before).size());
    }

    private void refuse(LineError error) {
        broken++;
        errorCount++;
        errors.add(error);
    }

    private void list(Line.Read line, BatchItem item) {
        BatchAnswer.BatchItemProblem problem = item.problem();
        if (problem == null) {
            throw new IllegalStateException("what is not taken in has a problem");
        }
        List<Violation> violations = problem.errors();
        if (violations == null) {
            errorCount++;
            errors.add(new LineError(line.line(), line.column().applyAsInt('/' + kind.idField()), null, problem.detail()));
            return;
        }
        errorCount += violations.size();
        violations.stream().limit(LineError.MOST_PER_LINE).forEach(violation -> errors.add(error(line, violation)));
    }

    private static LineError error(Line.Read line, Violation violation) {
        return new LineError(line.line(), line.column().applyAsInt(violation.pointer()), violation.pointer(),
                violation.message());
    }
}
