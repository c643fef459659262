package io.serviceconcept.imports;

/** What a column of a CSV file stands for. */
sealed interface CsvColumn {

    /** A field that holds a text. */
    record Text(String field) implements CsvColumn {
    }

    /**
     * A field that holds a number.
     *
     * @param within the object that holds the field; empty for the item itself
     */
    record Amount(String field, String within) implements CsvColumn {
    }

    /**
     * The answer to a question.
     *
     * @param question by its id: what it asks depends on the version that a line answers
     */
    record AnswerTo(String question) implements CsvColumn {
    }

    /** A column that is left aside. */
    record Nothing() implements CsvColumn {
    }
}
