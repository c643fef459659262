package io.serviceconcept.concept;

import java.util.Set;

/** Where a channel is in its life. */
public enum ChannelStatus {
    PLANNED,
    PILOT,
    ACTIVE,
    RETIRED;

    /** The statuses that may follow. What was retired comes back by being planned again. */
    public Set<ChannelStatus> next() {
        return switch (this) {
            case PLANNED -> Set.of(PILOT, ACTIVE, RETIRED);
            case PILOT -> Set.of(PLANNED, ACTIVE, RETIRED);
            case ACTIVE -> Set.of(PILOT, RETIRED);
            case RETIRED -> Set.of(PLANNED);
        };
    }
}
