package io.serviceconcept.survey;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Scale;

/** What can be answered to a question. */
public enum QuestionType {

    /** A mark on a scale of the question's own. */
    RATING,

    /** A mark from 1 to 10. */
    MARK,

    /** How likely one is to recommend, in whole numbers from 0 to 10. */
    NPS,

    /** One of {@link #YES} and {@link #NO}. */
    YES_NO,

    /** One of the question's options. */
    SINGLE_CHOICE,

    /** One or more of the question's options. */
    MULTIPLE_CHOICE,

    /** Whatever one writes; it feeds no figure. */
    TEXT;

    public static final String YES = "yes";
    public static final String NO = "no";

    private static final Scale MARKS = new Scale(BigDecimal.ONE, BigDecimal.TEN);
    private static final Scale LIKELIHOOD = new Scale(BigDecimal.ZERO, BigDecimal.TEN);

    /** Whether the answer is a number. */
    public boolean hasScale() {
        return this == RATING || this == MARK || this == NPS;
    }

    /** Whether the question says itself what can be chosen. */
    public boolean hasOptions() {
        return this == SINGLE_CHOICE || this == MULTIPLE_CHOICE;
    }

    /** The scale that all questions of this type have, null when each has its own or there is none. */
    public @Nullable Scale fixedScale() {
        return switch (this) {
            case MARK -> MARKS;
            case NPS -> LIKELIHOOD;
            default -> null;
        };
    }
}
