package io.serviceconcept.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Layer;

/**
 * The service pyramid as a drawing: the layers from the bottom up, each as wide as the share of the customers whose home it
 * is, with its channels beside it. Lengths are in units of the drawing, {@link #WIDTH} across.
 *
 * @param height of the whole drawing
 * @param layers the top one first
 */
public record Pyramid(int height, List<Storey> layers) {

    static final int WIDTH = 1000;
    private static final int WIDEST = 380;
    private static final int NARROWEST = 6;
    private static final int GAP = 6;
    private static final int LOWEST = 72;
    private static final int LINE = 20;
    private static final int FIRST_LINE = 24;
    private static final int BELOW = 16;
    /** Characters that fit beside the drawing, names in bold and channels. */
    private static final int NAME_LENGTH = 64;
    private static final int LINE_LENGTH = 72;
    /** Narrower, and the share does not fit inside. */
    private static final int ROOM_FOR_SHARE = 90;

    /**
     * A layer as it is drawn.
     *
     * @param share in words; inside when it fits
     * @param lines of text beside it, the name's first
     */
    public record Storey(String name, String share, boolean shareInside, int x, int y, int width, int height,
            List<Line> lines) {

        public int middle() {
            return y + height / 2;
        }

        public int end() {
            return x + width;
        }
    }

    public record Line(int y, String text, boolean strong) {
    }

    static Pyramid of(EditionContent content, Terms terms) {
        List<Layer> fromTheTop = content.layers().stream()
                .sorted(Comparator.comparingInt(Layer::position).reversed().thenComparing(Layer::name)).toList();
        BigDecimal largest = fromTheTop.stream().map(layer -> share(layer, content)).max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        List<Storey> storeys = new ArrayList<>();
        int y = 0;
        for (Layer layer : fromTheTop) {
            Storey storey = storey(layer, content, terms, largest, y);
            storeys.add(storey);
            y += storey.height() + GAP;
        }
        return new Pyramid(Math.max(y - GAP, 1), List.copyOf(storeys));
    }

    private static Storey storey(Layer layer, EditionContent content, Terms terms, BigDecimal largest, int y) {
        BigDecimal share = share(layer, content);
        int width = largest.signum() == 0 ? NARROWEST
                : Math.max(NARROWEST, share.multiply(BigDecimal.valueOf(WIDEST)).divide(largest, 0, RoundingMode.HALF_UP)
                        .intValueExact());
        List<String> names = content.channels().stream().filter(channel -> layer.id().equals(channel.layer()))
                .map(Channel::name).sorted(String.CASE_INSENSITIVE_ORDER).toList();
        List<Line> lines = new ArrayList<>();
        int line = y + FIRST_LINE;
        String home = terms.percent(share) + ' ' + terms.say("pyramid.at-home");
        for (String text : Wrapped.lines(List.of(layer.name(), home), " · ", NAME_LENGTH)) {
            lines.add(new Line(line, text, true));
            line += LINE;
        }
        List<String> channels = names.isEmpty() ? List.of(terms.say("pyramid.no-channels")) : names;
        for (String text : Wrapped.lines(channels, ", ", LINE_LENGTH)) {
            lines.add(new Line(line, text, false));
            line += LINE;
        }
        return new Storey(layer.name(), terms.percent(share), width >= ROOM_FOR_SHARE, (WIDEST - width) / 2, y, width,
                Math.max(LOWEST, line - LINE + BELOW - y), List.copyOf(lines));
    }

    private static BigDecimal share(Layer layer, EditionContent content) {
        return content.groups().stream().filter(group -> layer.id().equals(group.homeLayer())).map(CustomerGroup::share)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
