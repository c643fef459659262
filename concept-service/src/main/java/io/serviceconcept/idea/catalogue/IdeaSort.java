package io.serviceconcept.idea.catalogue;

import java.util.Optional;
import java.util.stream.Stream;

/** How a list of ideas is ordered; among equals by title, and what is not scored comes last. */
enum IdeaSort {
    TITLE("title", "''"),
    CUSTOMER_VALUE("-customerValue", "(9 - coalesce(customer_value, 0))::text"),
    BUSINESS_VALUE("-businessValue", "(9 - coalesce(business_value, 0))::text"),
    EFFORT("effort", "coalesce(effort, 9)::text");

    private final String parameter;
    private final String expression;

    IdeaSort(String parameter, String expression) {
        this.parameter = parameter;
        this.expression = expression;
    }

    static Optional<IdeaSort> parse(String parameter) {
        return Stream.of(values()).filter(sort -> sort.parameter.equals(parameter)).findFirst();
    }

    /** As it stands in an address; a minus for the highest first. */
    String parameter() {
        return parameter;
    }

    /** In SQL: a text of one length, by which the ideas are ordered before their title. */
    String expression() {
        return expression;
    }
}
