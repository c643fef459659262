package io.serviceconcept.webhook;

/** What sends. */
public enum Tool {
    /** Anything that signs by Standard Webhooks, v1, and sends {@code response.received}. */
    STANDARD,
    /** Formbricks: {@code responseFinished} and {@code responseUpdated}, signed by Standard Webhooks. */
    FORMBRICKS,
    /** Typeform: {@code form_response}, with a signature of its own. */
    TYPEFORM
}
