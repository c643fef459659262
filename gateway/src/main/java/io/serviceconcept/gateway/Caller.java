package io.serviceconcept.gateway;

import java.util.Set;

/**
 * Who a verified token speaks for.
 *
 * @param client the application that asked for the token
 * @param subject the person or service account behind it
 */
record Caller(String organisation, String client, String subject, Set<String> roles) {

    /** What a quota is counted by. */
    String key() {
        return client + '|' + subject;
    }

    boolean isOperator() {
        return roles.contains("operator");
    }
}
