package io.serviceconcept.benchmark;

/**
 * What work used up.
 *
 * @param walBytes written to the write-ahead log
 * @param clientNanoseconds of processor time in the process that calls the server
 * @param serverNanoseconds of processor time in all processes of the server
 */
record Costs(long walBytes, long clientNanoseconds, long serverNanoseconds) {

    static final Costs NONE = new Costs(0, 0, 0);

    Costs plus(Costs other) {
        return new Costs(walBytes + other.walBytes, clientNanoseconds + other.clientNanoseconds,
                serverNanoseconds + other.serverNanoseconds);
    }

    Costs minus(Costs earlier) {
        return new Costs(walBytes - earlier.walBytes, clientNanoseconds - earlier.clientNanoseconds,
                serverNanoseconds - earlier.serverNanoseconds);
    }
}
