package io.serviceconcept.eventsourcing;

/** An event is larger than {@value EventTypes#LARGEST} bytes of JSON, and nothing was stored: it could not be sent on. */
public final class EventTooLarge extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    EventTooLarge(Class<?> type, int bytes) {
        super(type.getName() + " has " + bytes + " bytes");
    }
}
