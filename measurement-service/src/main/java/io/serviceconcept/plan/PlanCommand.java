package io.serviceconcept.plan;

/** What can be asked of a plan. */
sealed interface PlanCommand {

    /** @param fed what is known of the question that is named */
    record Complete(String plan, Completion completion, Fed fed) implements PlanCommand {
    }

    record FindOverdue(PlanEvent.FoundOverdue found) implements PlanCommand {
    }

    /** Whether a question feeds the indicator of a plan. */
    enum Fed {
        /** No question is named, or it feeds the indicator. */
        YES,
        NO_SUCH_SURVEY,
        NO_SUCH_QUESTION,
        ANOTHER_INDICATOR
    }
}
