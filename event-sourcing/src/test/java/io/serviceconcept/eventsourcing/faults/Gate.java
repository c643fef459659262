package io.serviceconcept.eventsourcing.faults;

/** Holds the writer's threads while the readers are too far behind, and lets them out in the end. */
final class Gate {

    private boolean shut;
    private boolean ended;

    synchronized void command(int command) {
        shut = command == 'p';
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean ended() {
        return ended;
    }

    /** @return false when nothing is to be written any more */
    synchronized boolean pass() {
        try {
            while (shut && !ended) {
                wait();
            }
        } catch (InterruptedException e) {
            ended = true;
        }
        return !ended;
    }
}
