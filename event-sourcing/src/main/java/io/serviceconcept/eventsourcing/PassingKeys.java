package io.serviceconcept.eventsourcing;

/**
 * Keys of what lies outside the events for a while and may hold personal data, such as an uploaded file. Each is random and
 * wrapped by the outer keys of personal data, which are never in a database; whoever holds the wrapped key forgets it when
 * the thing has passed, and then nothing opens what it sealed. All methods throw {@link PersonalDataNotConfigured} where
 * {@code event-sourcing.personal-data} is not set.
 */
public interface PassingKeys {

    /**
     * A new key, wrapped, as it is stored.
     *
     * @param thing what it is for; it opens for nothing else
     */
    String create(String organisation, String thing);

    /**
     * @throws IllegalStateException if it was changed or is that of another thing, or its outer key is not there any more
     */
    Key unwrap(String organisation, String thing, String wrapped);

    /** A key in use. */
    interface Key {

        /** @param place where the bytes belong: they open nowhere else */
        byte[] seal(String place, byte[] plain);

        /** @throws IllegalStateException if it was changed, or belongs elsewhere */
        byte[] open(String place, byte[] sealed);
    }
}
