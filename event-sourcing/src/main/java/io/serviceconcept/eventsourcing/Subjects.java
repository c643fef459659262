package io.serviceconcept.eventsourcing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The people whom {@link Personal} data is about, and their erasure.
 * <p>
 * Guarantees: no read that begins after {@link #erase} has returned gives a value of the subject, on any instance; what is
 * stored for it from then on is stored without its value, however late it was sent, until {@link #readmit}; what was erased
 * never comes back. Events stay, so figures do not change.
 * <p>
 * All methods that use the database throw {@link EventStoreUnavailable} when it cannot be reached; all of them throw
 * {@link PersonalDataNotConfigured} where keys are needed and {@code event-sourcing.personal-data} is not set.
 */
public interface Subjects {

    /**
     * The id of the one behind a pseudonym, within an organisation: HMAC-SHA-256 with a key from the configuration. The
     * same for ever, as long as the key stays; nobody without the key can find it by trying pseudonyms.
     */
    SubjectId of(String organisation, String pseudonym);

    /**
     * Destroys the key of a subject, and writes that into the ledger of erasures. A subject of whom nothing is known is
     * erased too: what is on its way may still arrive. Safe to repeat: the first erasure stands.
     * <p>
     * Backups taken before hold the key still, wrapped by the outer key of their time: they are unreadable when that one is
     * destroyed. The ledger is published outside the database soon after this returns; a restore before that forgets the
     * erasure.
     */
    Erasure erase(String organisation, SubjectId subject);

    /**
     * Stores values of an erased subject again, those that are appended from now on, under a new key: somebody has come
     * back and knows it. Without effect on a subject that is not erased.
     */
    void readmit(String organisation, SubjectId subject);

    /**
     * The ledger, oldest first. The kernel keeps it in a topic too, outside the database and its backups.
     *
     * @param after the last one that was listed before, null to begin
     * @param limit 1–10,000
     */
    List<Erasure> erasures(@Nullable Erasure after, int limit);

    /**
     * Applies erasures that were made elsewhere: by the service that was asked, or by this one before its database was
     * restored; the kernel does the latter itself when one is adopted. All that is stored of the subject until this is done
     * becomes unreadable, also what was stored after {@code erasedAt} by somebody who had not heard of it yet. Only what a
     * subject stored after it was readmitted, later than {@code erasedAt}, stays, if the backup is younger than that. Safe
     * to repeat, in any order.
     */
    void reapply(List<Erasure> erasures);

    /**
     * How many subjects' keys each outer key wraps. One that is not named here can be destroyed, and with it everything
     * erased becomes unreadable in backups from its time.
     */
    Map<String, Long> keysByOuterKey();

    /** That a subject was erased, and when, on the database's clock. Not personal data. */
    record Erasure(String organisation, SubjectId subject, Instant erasedAt) {
    }
}
