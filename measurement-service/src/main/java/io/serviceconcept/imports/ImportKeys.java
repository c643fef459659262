package io.serviceconcept.imports;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.PassingKeys;

/** The keys of uploads: each has one of its own, which is forgotten when it was taken in. */
@ApplicationScoped
class ImportKeys {

    private final PassingKeys keys;

    ImportKeys(PassingKeys keys) {
        this.keys = keys;
    }

    /** A new one, as it is stored. */
    String create(ImportJob job) {
        return keys.create(job.organisation(), thing(job));
    }

    FileParts parts(ImportJob job) {
        String key = job.key();
        if (key == null) {
            throw new IllegalStateException("an import that is over cannot be read any more");
        }
        return new FileParts(keys.unwrap(job.organisation(), thing(job), key));
    }

    private static String thing(ImportJob job) {
        return "import " + job.id();
    }
}
