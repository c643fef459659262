package io.serviceconcept.concept.gapanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.ChannelRemoved;
import io.serviceconcept.concept.ConceptEvent.FitWithdrawn;
import io.serviceconcept.concept.ConceptEvent.KeptFit;
import io.serviceconcept.concept.ConceptEvent.NeedRemoved;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;
import io.serviceconcept.concept.ConceptEvent.SplitOff;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.Need.NeedAudience;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MatrixTest {

    @Property(tries = 300)
    void aSheetThatIsLookedAtAfterEveryChangeIsTheOneOfAllEvents(@ForAll Random random) {
        Matrix looked = new Matrix();
        List<ConceptEvent> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ConceptEvent event = event(random);
            events.add(event);
            looked.apply(event);
            Sheet before = looked.view();

            Matrix anew = new Matrix();
            events.forEach(anew::apply);

            assertThat(before).as(events.toString()).isEqualTo(anew.view());
        }
    }

    @Property(tries = 100)
    void aSheetStaysAsItWasWhateverHappensLater(@ForAll Random random) {
        Matrix matrix = new Matrix();
        for (int i = 0; i < 40; i++) {
            matrix.apply(event(random));
        }
        Sheet sheet = matrix.view();
        String before = sheet.toString();
        for (int i = 0; i < 40; i++) {
            matrix.apply(event(random));
            matrix.view();
        }
        assertThat(sheet).hasToString(before);
    }

    private static ConceptEvent event(Random random) {
        String need = "n" + random.nextInt(4);
        String channel = "c" + random.nextInt(3);
        String assessor = "a" + random.nextInt(3);
        return switch (random.nextInt(12)) {
            case 0 -> MatrixEvents.channel(channel);
            case 1 -> MatrixEvents.need(need, null);
            case 2 -> MatrixEvents.group("g" + random.nextInt(3), "10");
            case 3 -> MatrixEvents.importance(need, "g" + random.nextInt(3), random.nextInt(6));
            case 4 -> new FitWithdrawn(need, channel, assessor);
            case 5 -> random.nextInt(4) == 0 ? new ChannelRemoved(channel) : new NeedRemoved(need);
            case 6 -> new NeedsMerged(need, "n4", List.of(), List.of(new KeptFit(channel, assessor)));
            case 7 -> new NeedSplit(need, List.of(half("n5"), half("n6")));
            default -> MatrixEvents.fit(need, channel, assessor, random.nextInt(5));
        };
    }

    private static SplitOff half(String id) {
        return new SplitOff(new Need(id, id, null, null, NeedAudience.CUSTOMER), List.of());
    }
}
