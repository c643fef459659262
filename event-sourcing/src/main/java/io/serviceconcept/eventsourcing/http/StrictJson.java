package io.serviceconcept.eventsourcing.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Reads JSON that others send: refuses what lenient readers let pass (other encodings than UTF-8, duplicate keys, trailing
 * tokens, NUL, half characters, coercions), validates against the documented schema and only then binds.
 */
@ApplicationScoped
public class StrictJson {

    /** Places before or after the point; a short text like 1e999999999 would otherwise fill the memory. */
    private static final int LONGEST_NUMBER = 100;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char REPLACEMENT = '\uFFFD';

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private final RequestSchemas schemas;

    StrictJson(RequestSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * @throws InvalidInput naming everything that is wrong with the bytes
     */
    public <T> T read(byte[] bytes, Class<T> type) {
        return bind(parse(bytes), type);
    }

    /**
     * @throws InvalidInput when the bytes are not one JSON value
     */
    public JsonNode parse(byte[] bytes) {
        try {
            JsonNode json = MAPPER.readTree(utf8(bytes));
            if (json == null || json.isMissingNode()) {
                throw new InvalidInput("", "a JSON body is needed");
            }
            if (isUnstorable(json)) {
                List<Violation> violations = new ArrayList<>();
                refuseUnstorable(json, "", violations);
                throw new InvalidInput(violations);
            }
            return json;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    /** What would guess at an encoding takes every second byte of UTF-16 for a sign of it; JSON is UTF-8 (RFC 8259). */
    private static String utf8(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInput("", "is not UTF-8");
        }
        if (text.indexOf('\0') >= 0) {
            throw new InvalidInput("", "is not UTF-8, or holds a NUL");
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * @throws InvalidInput naming every way in which the JSON is not of the documented shape
     */
    public <T> T bind(JsonNode json, Class<T> type) {
        List<Violation> violations = schemas.violations(json, type);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        try {
            return MAPPER.treeToValue(json, type);
        } catch (MismatchedInputException e) {
            throw new InvalidInput(pointer(e), "is not of the documented type");
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    private static InvalidInput malformed(JsonProcessingException e) {
        if (e instanceof JsonParseException && e.getOriginalMessage().startsWith("Duplicate field")) {
            String field = e.getOriginalMessage().replaceFirst("(?s)^Duplicate field '(.*)'$", "$1");
            return new InvalidInput('/' + storable(field), "occurs twice");
        }
        String where = e.getLocation() == null ? ""
                : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
        return new InvalidInput("", "is not JSON" + where);
    }

    private static String pointer(MismatchedInputException e) {
        StringBuilder pointer = new StringBuilder();
        e.getPath().forEach(step -> pointer.append('/')
                .append(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
        return pointer.toString();
    }

    /** Looks without remembering where, as nearly always there is nothing. */
    private static boolean isUnstorable(JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream().anyMatch(field -> isBroken(field.getKey()) || isUnstorable(field.getValue()));
        }
        if (node.isArray()) {
            return node.valueStream().anyMatch(StrictJson::isUnstorable);
        }
        return node.isTextual() ? isBroken(node.textValue()) : isOverlong(node);
    }

    private static boolean isOverlong(JsonNode node) {
        return node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > LONGEST_NUMBER;
    }

    private static void refuseUnstorable(JsonNode node, String pointer, List<Violation> violations) {
        if (node.isTextual() && isBroken(node.textValue())) {
            violations.add(new Violation(pointer, "holds a NUL or half a character"));
        } else if (isOverlong(node)) {
            violations.add(new Violation(pointer, "is a number with more than " + LONGEST_NUMBER + " places"));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                refuseUnstorable(node.get(i), pointer + '/' + i, violations);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String at = pointer + '/' + storable(field.getKey());
                if (isBroken(field.getKey())) {
                    violations.add(new Violation(at, "is a name that holds a NUL or half a character"));
                }
                refuseUnstorable(field.getValue(), at, violations);
            }
        }
    }

    /** A name as it can be told and written down: what says where something is broken must not be broken itself. */
    private static String storable(String name) {
        if (!isBroken(name)) {
            return name;
        }
        StringBuilder told = new StringBuilder(name.length());
        name.codePoints().forEach(c -> told.appendCodePoint(
                c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c));
        return told.toString();
    }

    private static boolean isBroken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return true;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }
}
