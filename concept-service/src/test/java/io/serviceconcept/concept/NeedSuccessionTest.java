package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;
import io.serviceconcept.concept.ConceptEvent.SplitOff;

class NeedSuccessionTest {

    /** a went up in b, b became c and d, d went up in e. */
    private static final NeedSuccession SUCCESSION = NeedSuccession.of(List.of(merged("a", "b"),
            new NeedSplit("b", List.of(new SplitOff(Given.need("c", "C", null), List.of()),
                    new SplitOff(Given.need("d", "D", null), List.of()))),
            merged("d", "e")));

    private static NeedsMerged merged(String need, String into) {
        return new NeedsMerged(need, into, List.of(), List.of());
    }

    @Test
    void aNeedIsFollowedThroughAllThatBecameOfIt() {
        assertThat(SUCCESSION.of("a")).containsExactly("c", "e");
        assertThat(SUCCESSION.of("b")).containsExactly("c", "e");
        assertThat(SUCCESSION.of("d")).containsExactly("e");
        assertThat(SUCCESSION.of("e")).containsExactly("e");
        assertThat(SUCCESSION.ended("d")).isTrue();
        assertThat(SUCCESSION.ended("e")).isFalse();
    }

    @Test
    void needsThatBecameOneAreNamedOnce() {
        assertThat(SUCCESSION.ofAll(List.of("e", "a", "x", "d"))).containsExactly("e", "c", "x");
        assertThat(NeedSuccession.NONE.ofAll(List.of("a"))).containsExactly("a");
    }

    @Test
    void aNeedIsAlsoMeantByTheNamesOfThoseItIsThereInsteadOf() {
        assertThat(SUCCESSION.named("e")).containsExactlyInAnyOrder("e", "a", "b", "d");
        assertThat(SUCCESSION.named("a")).containsExactly("a");
    }
}
