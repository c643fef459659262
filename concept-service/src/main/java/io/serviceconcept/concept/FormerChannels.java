package io.serviceconcept.concept;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The channels that left the draft though an adopted edition holds them. Customers meet them while that edition is in force,
 * so their status goes on being changed. Never changes: every change is a copy.
 *
 * @param adopted the ids of the channels that editions hold
 * @param left those that left the draft, by id
 */
record FormerChannels(Set<String> adopted, Map<String, Versioned<Channel>> left) {

    static final FormerChannels NONE = new FormerChannels(Set.of(), Map.of());

    FormerChannels {
        adopted = Set.copyOf(adopted);
        left = Map.copyOf(left);
    }

    Optional<Versioned<Channel>> find(String id) {
        return Optional.ofNullable(left.get(id));
    }

    FormerChannels adopted(EditionContent content) {
        Set<String> more = new HashSet<>(adopted);
        content.channels().forEach(channel -> more.add(channel.id()));
        return new FormerChannels(more, left);
    }

    /** A channel leaves the draft; what no edition holds is gone. */
    FormerChannels left(Versioned<Channel> channel) {
        return adopted.contains(channel.value().id()) ? with(channel) : this;
    }

    FormerChannels with(Versioned<Channel> channel) {
        Map<String, Versioned<Channel>> changed = new HashMap<>(left);
        changed.put(channel.value().id(), channel);
        return new FormerChannels(adopted, changed);
    }
}
