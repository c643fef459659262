package io.serviceconcept.concept;

import java.util.List;

/** A part without a name of its own: the parts it joins are what it is known by, and no two of a kind join the same. */
public sealed interface Joint extends Part permits Offer, ChannelShift, HandOver {

    /** The ids of the parts it joins, in order. */
    List<String> joins();

    @Override
    default String name() {
        return String.join("|", joins());
    }
}
