package io.serviceconcept.concept;

/**
 * A layer of the service pyramid.
 *
 * @param position 1 is the bottom, the largest
 */
public record Layer(String id, String name, LayerApproach approach, int position) implements Part {

    /** How customers are served in a layer. */
    public enum LayerApproach {
        SELF_SERVICE,
        ASSISTED,
        PERSONAL,
        INFORMING,
        OWN
    }

    @Override
    public PartKind partKind() {
        return PartKind.LAYER;
    }
}
