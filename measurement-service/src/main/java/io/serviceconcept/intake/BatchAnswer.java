package io.serviceconcept.intake;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;

/** What became of each item of a batch, in the order of the batch. */
@Schema(name = "BatchAnswer")
public record BatchAnswer(List<BatchItem> items) {

    /**
     * @param index its place in the batch, from 0
     * @param status 201 new, 200 the same again, 400 invalid, 409 the id was used for something else
     */
    @Schema(name = "BatchItem")
    public record BatchItem(int index, @Nullable String id, int status, @Nullable BatchItemProblem problem) {

        public static BatchItem invalid(int index, @Nullable String id, List<Violation> violations) {
            return new BatchItem(index, id, 400, new BatchItemProblem(Problem.TYPES + "invalid-input", "Invalid input", 400,
                    "Things are wrong with this item.", violations));
        }

        public static BatchItem refused(int index, @Nullable String id, Problem problem) {
            return new BatchItem(index, id, problem.status(), new BatchItemProblem(Problem.TYPES + problem.type(),
                    problem.title(), problem.status(), problem.detail(), null));
        }
    }

    /** Why one item was not taken. */
    @Schema(name = "BatchItemProblem")
    public record BatchItemProblem(String type, String title, int status, String detail,
            @Nullable List<Violation> errors) {
    }
}
