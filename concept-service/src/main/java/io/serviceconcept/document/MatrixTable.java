package io.serviceconcept.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AssessedFit;
import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Layer;
import io.serviceconcept.concept.Need;
import io.serviceconcept.document.HeatMapDrawing.Column;

/**
 * Needs × channels: how well each channel serves each need, as a number on a shade.
 *
 * @param channels the heads of the columns, by layer from the top
 * @param rows a core need, then its sub-needs, then the next
 * @param dense whether there are so many channels that they stand close together
 * @param pictures the same as drawings, as many as it takes
 * @param shortened the names that the drawings give a number instead, whole, from 1
 */
public record MatrixTable(List<String> channels, List<Row> rows, boolean dense, List<HeatMap> pictures,
        List<String> shortened) {

    private static final int MANY = 24;
    /** As many columns as can be read on a page that lies across. */
    private static final int ON_A_PAGE = 40;

    /**
     * @param core whether it is a core need
     */
    public record Row(String need, boolean core, List<Shade> cells) {
    }

    /**
     * @param fit as it is shown; empty when nobody assessed it
     * @param level 0–4: how dark
     */
    public record Shade(String fit, int level) {

        static final Shade NONE = new Shade("", 0);

        public boolean isKnown() {
            return !fit.isEmpty();
        }
    }

    static MatrixTable of(EditionContent content, Terms terms) {
        List<Channel> channels = byLayer(content);
        Map<String, Map<String, BigDecimal>> fits = new HashMap<>();
        content.fits().forEach(cell -> fits.computeIfAbsent(cell.need(), need -> new HashMap<>()).put(cell.channel(),
                median(cell.fit())));
        List<Row> rows = inOrder(content.needs()).stream().map(need -> new Row(need.name(), need.coreNeed() == null,
                channels.stream().map(channel -> shade(fits.getOrDefault(need.id(), Map.of()).get(channel.id()), terms))
                        .toList()))
                .toList();
        ShortenedNames shortened = new ShortenedNames();
        List<HeatMap> pictures = drawn(channels, rows, terms, shortened);
        return new MatrixTable(channels.stream().map(Channel::name).toList(), rows, channels.size() > MANY,
                pictures, shortened.inOrder());
    }

    private static List<HeatMap> drawn(List<Channel> channels, List<Row> rows, Terms terms,
            ShortenedNames shortened) {
        List<Column> columns = IntStream.range(0, channels.size())
                .mapToObj(at -> new Column(channels.get(at).name(), terms.name(channels.get(at).layer()), at)).toList();
        List<HeatMap> pictures = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += ON_A_PAGE) {
            pictures.addAll(new HeatMapDrawing(columns.subList(from, Math.min(from + ON_A_PAGE, columns.size())), shortened)
                    .of(rows));
        }
        return List.copyOf(pictures);
    }

    /** Core needs in their order, each followed by its sub-needs. */
    static List<Need> inOrder(List<Need> needs) {
        List<Need> ordered = new ArrayList<>();
        needs.stream().filter(need -> need.coreNeed() == null).forEach(core -> {
            ordered.add(core);
            needs.stream().filter(need -> core.id().equals(need.coreNeed())).forEach(ordered::add);
        });
        return List.copyOf(ordered);
    }

    private static List<Channel> byLayer(EditionContent content) {
        Map<String, Integer> positions = new HashMap<>();
        content.layers().stream().sorted(Comparator.comparingInt(Layer::position).thenComparing(Layer::name))
                .forEach(layer -> positions.put(layer.id(), positions.size()));
        return content.channels().stream().sorted(Comparator
                .comparing((Channel channel) -> -positions.getOrDefault(String.valueOf(channel.layer()), -1))
                .thenComparing(Channel::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    private static BigDecimal median(AssessedFit fit) {
        return fit.median();
    }

    private static Shade shade(@Nullable BigDecimal fit, Terms terms) {
        return fit == null ? Shade.NONE : new Shade(terms.number(fit), fit.setScale(0, RoundingMode.DOWN).intValueExact());
    }
}
