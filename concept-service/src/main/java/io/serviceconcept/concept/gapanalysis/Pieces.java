package io.serviceconcept.concept.gapanalysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializerProvider;

import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedNeed;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.MatrixCell;

/**
 * The parts of an analysis as they were written, by need. A change of a concept leaves most needs as they were: what a
 * later analysis says of them word for word is copied. An {@code ObjectWriter} takes it as its attribute of this class.
 */
final class Pieces {

    private final Map<Key, Piece> former;
    private final Map<Key, Piece> written = new HashMap<>();

    /** Nothing was written before. */
    Pieces() {
        this.former = Map.of();
    }

    private Pieces(Pieces former) {
        this.former = former.written;
    }

    /** For the next analysis of the same question. */
    Pieces next() {
        return new Pieces(this);
    }

    private record Key(Class<?> kind, String need) {
    }

    /**
     * @param content some elements of a list
     * @param json the same with commas between
     */
    private record Piece(List<?> content, SerializedString json) {
    }

    private Piece piece(String need, List<?> content, ObjectMapper mapper) throws IOException {
        Key key = new Key(content.getFirst().getClass(), need);
        Piece known = former.get(key);
        Piece piece = known != null && known.content().equals(content) ? known : new Piece(content, json(content, mapper));
        written.put(key, piece);
        return piece;
    }

    private static SerializedString json(List<?> content, ObjectMapper mapper) throws IOException {
        StringWriter json = new StringWriter();
        try (SequenceWriter sequence = mapper.writer().withRootValueSeparator(",").writeValues(json)) {
            sequence.writeAll(content);
        }
        // it keeps its bytes once they were asked for
        return new SerializedString(json.toString());
    }

    /** Writes a list in pieces: elements that follow each other and are of the same need together. */
    private abstract static class InPieces<T> extends JsonSerializer<List<T>> {

        abstract String need(T element);

        @Override
        public void serialize(List<T> list, JsonGenerator json, SerializerProvider provider) throws IOException {
            Pieces pieces = provider.getAttribute(Pieces.class) instanceof Pieces given ? given : new Pieces();
            ObjectMapper mapper = (ObjectMapper) json.getCodec();
            json.writeStartArray();
            for (int from = 0; from < list.size();) {
                String need = need(list.get(from));
                int to = from + 1;
                while (to < list.size() && need(list.get(to)).equals(need)) {
                    to++;
                }
                json.writeRawValue(pieces.piece(need, List.copyOf(list.subList(from, to)), mapper).json());
                from = to;
            }
            json.writeEndArray();
        }
    }

    static final class OfNeeds extends InPieces<AnalysedNeed> {
        @Override
        String need(AnalysedNeed need) {
            return need.id();
        }
    }

    static final class OfCells extends InPieces<MatrixCell> {
        @Override
        String need(MatrixCell cell) {
            return cell.need();
        }
    }
}
