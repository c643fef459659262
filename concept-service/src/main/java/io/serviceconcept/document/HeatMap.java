package io.serviceconcept.document;

import java.util.List;

/**
 * Needs × channels as a drawing, as much as fits on a page: a row for each need, sub-needs under their core need, a column for
 * each channel, those of a layer together. Lengths are in units of the drawing.
 *
 * @param bandHeight of the layers' names, which stand on top
 * @param squares what was assessed, and what was not
 */
public record HeatMap(int width, int height, int bandHeight, List<Band> bands, List<Label> labels, List<Square> squares) {

    /** A layer, as wide as its channels. */
    public record Band(int x, int width) {
    }

    /**
     * @param kind as the style sheet calls it: layer, channel, core or need
     * @param turned whether it is read from the bottom up, from where it stands
     * @param whole what it says when that does not fit; empty when it does
     */
    public record Label(int x, int y, String text, String kind, boolean turned, String whole) {
    }

    /**
     * @param fit as it is shown; empty when nobody assessed it
     * @param level 0–4: how dark
     */
    public record Square(int x, int y, int width, int height, String fit, int level) {

        public boolean isKnown() {
            return !fit.isEmpty();
        }

        /** Of the text. */
        public int centre() {
            return x + width / 2;
        }

        /** Of the text. */
        public int middle() {
            return y + height / 2;
        }
    }
}
