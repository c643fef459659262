package io.serviceconcept.concept;

/**
 * A layer of the service pyramid.
 *
 * @param approach how customers are served in it: SELF_SERVICE, ASSISTED, PERSONAL, INFORMING or another word
 * @param position 1 is the bottom, the largest
 */
public record Layer(String id, String name, String approach, int position) implements Part {

    @Override
    public PartKind partKind() {
        return PartKind.LAYER;
    }
}
