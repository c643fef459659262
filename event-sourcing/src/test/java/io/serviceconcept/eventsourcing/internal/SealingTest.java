package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.eventsourcing.Sealing;
import io.serviceconcept.eventsourcing.SubjectId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SealingTest {

    /** A value, or more of the same: below names, in lists and in maps whose keys need escaping in a pointer. */
    record Tree(@Nullable Personal value, @Nullable List<Tree> list, @Nullable Map<String, Tree> map) {
    }

    record Answer(String plain, Personal name) {
    }

    record Moved(List<Answer> answers) {
    }

    private static final EventTypes TYPES = EventTypes.builder().add("tree.grown.v1", Tree.class)
            .add("answer.given.v1", Answer.class)
            .upcast("answer.moved.v1", "answer.moved.v2", json -> {
                var name = json.remove("name");
                json.putArray("answers").addObject().put("plain", "was").set("name", name);
                return json;
            }).add("answer.moved.v2", Moved.class).build();

    private static final String CITY = "city";
    private static final UUID EVENT = UUID.randomUUID();
    private static final SubjectId ANN = SubjectId.random();
    private static final SubjectId BEN = SubjectId.random();
    private static final SubjectKeys KEYS = keys(CITY, ANN, BEN);

    private static SubjectKeys keys(String organisation, SubjectId... subjects) {
        Map<Subject, SubjectKey> keys = new HashMap<>();
        for (SubjectId subject : subjects) {
            keys.put(new Subject(organisation, subject), new SubjectKey(UUID.randomUUID(), Aes.newKey()));
        }
        return new SubjectKeys(keys, true);
    }

    private static Object open(String name, String json, Sealing sealing) {
        return TYPES.stored(name, json).open(sealing);
    }

    @Provide
    static Arbitrary<String> texts() {
        // any text at all: NUL, quotes, what lies beyond 16 bits; only halves of characters are none
        return Arbitraries.strings().all().map(text -> text.replaceAll("[\ud800-\udfff]", "\ud83d\ude00"));
    }

    @Provide
    static Arbitrary<Tree> trees() {
        return trees(3);
    }

    private static Arbitrary<Tree> trees(int depth) {
        Arbitrary<Personal> value = Combinators.combine(Arbitraries.of(ANN, BEN), texts()).as(Personal::of);
        if (depth == 0) {
            return value.map(personal -> new Tree(personal, null, null));
        }
        Arbitrary<String> names = Arbitraries.strings().withChars("a/~0\u00e9\"\\ ").ofMaxLength(4);
        return Combinators.combine(value.injectNull(0.3),
                Arbitraries.lazy(() -> trees(depth - 1)).list().ofMaxSize(3).injectNull(0.5),
                Arbitraries.maps(names, Arbitraries.lazy(() -> trees(depth - 1))).ofMaxSize(3).injectNull(0.5))
                .as(Tree::new);
    }

    @Property(tries = 300)
    void whatWasSealedOpensAsItWas(@ForAll("trees") Tree tree) {
        Sealing sealing = KEYS.sealing(CITY, EVENT);

        assertThat(open("tree.grown.v1", TYPES.write(tree, sealing), sealing)).isEqualTo(tree);
    }

    @Property(tries = 300)
    void noTextIsLeftInPlain(@ForAll("texts") String text) {
        Sealing sealing = KEYS.sealing(CITY, EVENT);
        String marked = "canary" + text;

        String json = TYPES.write(new Answer("x", Personal.of(ANN, marked)), sealing);

        assertThat(json).doesNotContain("canary").doesNotContain(Base64.getEncoder().encodeToString(marked.getBytes()));
    }

    @Property(tries = 300)
    void aBitThatChangedDoesNotOpen(@ForAll("texts") String text, @ForAll @IntRange(max = 100_000) int at,
            @ForAll @IntRange(max = 7) int bit) {
        byte[] sealed = Base64.getDecoder().decode(sealed(text));
        sealed[at % sealed.length] ^= (byte) (1 << bit);

        assertDoesNotOpen(KEYS.sealing(CITY, EVENT), "/name", ANN, Base64.getEncoder().encodeToString(sealed));
    }

    @Property(tries = 300)
    void aCharacterThatChangedDoesNotOpen(@ForAll("texts") String text, @ForAll @IntRange(max = 100_000) int at,
            @ForAll char other) {
        StringBuilder sealed = new StringBuilder(sealed(text));
        int place = at % sealed.length();
        sealed.setCharAt(place, sealed.charAt(place) == other ? '!' : other);

        assertDoesNotOpen(KEYS.sealing(CITY, EVENT), "/name", ANN, sealed.toString());
    }

    @Property(tries = 100)
    void partOfItDoesNotOpen(@ForAll("texts") String text, @ForAll @IntRange(max = 100_000) int length) {
        String sealed = sealed(text);

        assertDoesNotOpen(KEYS.sealing(CITY, EVENT), "/name", ANN, sealed.substring(0, length % sealed.length()));
    }

    @Property(tries = 100)
    void movedElsewhereItDoesNotOpen(@ForAll("texts") String text) {
        String sealed = sealed(text);

        assertDoesNotOpen(KEYS.sealing(CITY, UUID.randomUUID()), "/name", ANN, sealed);
        assertDoesNotOpen(KEYS.sealing(CITY, EVENT), "/other", ANN, sealed);
        assertDoesNotOpen(KEYS.sealing(CITY, EVENT), "/name", BEN, sealed);
        // another organisation that has got hold of the very same key
        Map<Subject, SubjectKey> same = Map.of(new Subject("town", ANN), KEYS.keys().get(new Subject(CITY, ANN)));
        assertDoesNotOpen(new SubjectKeys(same, true).sealing("town", EVENT), "/name", ANN, sealed);
    }

    @Property(tries = 100)
    void withoutItsKeyNothingOpens(@ForAll("trees") Tree tree) {
        String json = TYPES.write(tree, KEYS.sealing(CITY, EVENT));

        assertThat(open("tree.grown.v1", json, SubjectKeys.NONE.sealing(CITY, EVENT))).isEqualTo(erased(tree));
        // a key that came later is another
        assertThat(open("tree.grown.v1", json, keys(CITY, ANN, BEN).sealing(CITY, EVENT))).isEqualTo(erased(tree));
    }

    @Test
    void whatIsErasedStaysErasedWhenItIsStoredAgain() {
        Answer erased = new Answer("x", Personal.erased(ANN));
        Sealing sealing = KEYS.sealing(CITY, EVENT);

        String json = TYPES.write(erased, sealing);

        assertThat(json).doesNotContain("sealed");
        assertThat(open("answer.given.v1", json, sealing)).isEqualTo(erased);
        assertThat(TYPES.read("answer.given.v1", json)).isEqualTo(erased);
    }

    @Test
    void anUpcasterMayMoveASealedField() {
        Sealing sealing = KEYS.sealing(CITY, EVENT);
        String stored = TYPES.write(new Answer("x", Personal.of(ANN, "Ann")), sealing);

        assertThat(open("answer.moved.v1", stored, sealing))
                .isEqualTo(new Moved(List.of(new Answer("was", Personal.of(ANN, "Ann")))));
    }

    @Test
    void aCopyOfASealedFieldOpensNeither() {
        Sealing sealing = KEYS.sealing(CITY, EVENT);
        String one = "{\"value\":" + "{\"subject\":\"" + ANN + "\",\"sealed\":\""
                + sealing.seal("/value", ANN, "Ann").orElseThrow() + "\"}}";
        String twice = one.substring(0, one.length() - 1) + ",\"list\":[" + one + "]}";

        assertThat(open("tree.grown.v1", one, sealing)).isEqualTo(new Tree(Personal.of(ANN, "Ann"), null, null));
        assertThatThrownBy(() -> open("tree.grown.v1", twice, sealing)).hasStackTraceContaining("was copied");
    }

    @Test
    void aSealedFieldNeedsASealing() {
        String json = TYPES.write(new Answer("x", Personal.of(ANN, "Ann")), KEYS.sealing(CITY, EVENT));

        assertThatThrownBy(() -> TYPES.read("answer.given.v1", json)).hasStackTraceContaining("needs a sealing");
    }

    @Test
    void keysOutsideTheDatabaseAreWhole() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);

        assertThatIllegalArgumentException().isThrownBy(() -> PersonalKeys.of(Map.of("a", "AAAA"), "a", key))
                .withMessage("the outer key a has 3 bytes, not 32");
        assertThatIllegalArgumentException().isThrownBy(() -> PersonalKeys.of(Map.of("a", "secret!"), "a", key))
                .withMessage("the outer key a is not base64").withNoCause();
        assertThatIllegalArgumentException().isThrownBy(() -> PersonalKeys.of(Map.of("a", key), "b", key))
                .withMessageContaining("current outer key b");
        assertThat(PersonalKeys.of(Map.of("a", key), "a", key).toString()).doesNotContain("AAAA");
    }

    @Test
    void aPseudonymGivesTheSameIdOnlyWithinItsOrganisationAndWithTheSameKey() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        byte[] other = new byte[32];
        other[0] = 1;
        PersonalKeys keys = PersonalKeys.of(Map.of("a", key), "a", key);

        assertThat(keys.subject("city", "ann")).isEqualTo(keys.subject("city", "ann"))
                .isNotEqualTo(keys.subject("town", "ann")).isNotEqualTo(keys.subject("city", "ben"))
                .isNotEqualTo(keys.subject("cit", "yann")).isNotEqualTo(PersonalKeys
                        .of(Map.of("a", key), "a", Base64.getEncoder().encodeToString(other)).subject("city", "ann"));
    }

    private static String sealed(String text) {
        return KEYS.sealing(CITY, EVENT).seal("/name", ANN, text).orElseThrow();
    }

    private static void assertDoesNotOpen(Sealing sealing, String pointer, SubjectId subject, String sealed) {
        Optional<String> opened;
        try {
            opened = sealing.open(pointer, subject, sealed);
        } catch (IllegalStateException e) {
            return;
        }
        // the id of its key is another: that key is not there
        assertThat(opened).isEmpty();
    }

    private static @Nullable Tree erased(@Nullable Tree tree) {
        if (tree == null) {
            return null;
        }
        Map<String, Tree> map = null;
        if (tree.map() != null) {
            map = new HashMap<>();
            for (var entry : tree.map().entrySet()) {
                map.put(entry.getKey(), erased(entry.getValue()));
            }
        }
        return new Tree(tree.value() == null ? null : Personal.erased(tree.value().subject()),
                tree.list() == null ? null : tree.list().stream().map(SealingTest::erased).toList(), map);
    }
}
