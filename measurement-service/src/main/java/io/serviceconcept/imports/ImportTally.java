package io.serviceconcept.imports;

/**
 * What became of the lines of a file.
 *
 * @param stored new
 * @param unchanged the same was stored before
 * @param conflicting something else was stored before under the same id
 * @param invalid could not be taken in
 * @param errors what was wrong with them, in all
 * @param listed how many of the errors are kept
 */
record ImportTally(long stored, long unchanged, long conflicting, long invalid, long errors, long listed) {

    /** Errors that are kept of one import; beyond it they are counted. */
    static final int MOST_LISTED = 100_000;

    static final ImportTally NOTHING = new ImportTally(0, 0, 0, 0, 0, 0);

    long lines() {
        return stored + unchanged + conflicting + invalid;
    }

    ImportTally plus(ImportTally more) {
        return new ImportTally(stored + more.stored, unchanged + more.unchanged, conflicting + more.conflicting,
                invalid + more.invalid, errors + more.errors, listed + more.listed);
    }
}
