package io.serviceconcept.webhook;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.webhook.SubscriptionCommand.Change;
import io.serviceconcept.webhook.SubscriptionCommand.RotateSecret;
import io.serviceconcept.webhook.SubscriptionCommand.Subscribe;
import io.serviceconcept.webhook.SubscriptionCommand.Unsubscribe;
import io.serviceconcept.webhook.SubscriptionEvent.SecretRotated;
import io.serviceconcept.webhook.SubscriptionEvent.Subscribed;
import io.serviceconcept.webhook.SubscriptionEvent.SubscriptionChanged;
import io.serviceconcept.webhook.SubscriptionEvent.Unsubscribed;

class SubscriptionDeciderTest {

    private static final Instant LATER = Instant.parse("2026-03-02T10:00:00Z");
    private static final SubscriptionContent CONTENT = content("Video calls", Tool.TYPEFORM);
    private static final Subscribed SUBSCRIBED = new Subscribed("s", CONTENT, new SubscriptionSecret(1, null));

    private static SubscriptionContent content(String name, Tool tool) {
        return new SubscriptionContent(name, tool, "survey", new Mapping(List.of(), List.of(), List.of()));
    }

    private static DeciderSpec<SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection> spec() {
        return DeciderSpec.of(new SubscriptionDecider());
    }

    @Test
    void aSubscriptionBeginsWithItsFirstSecret() {
        spec().given().when(new Subscribe("s", CONTENT, null, List.of())).then(SUBSCRIBED);
    }

    @Test
    void aMappingThatLosesAnswersIsRefusedWithAllThatIsWrongWithIt() {
        List<MappingFault> faults = List.of(new MappingFault("/mapping/questions/0/ours", "is not a question"),
                new MappingFault("/mapping/questions/1/ours", "is mapped twice"));

        spec().given().when(new Subscribe("s", CONTENT, null, faults))
                .thenRejected(new SubscriptionRejection.MappingDoesNotFit(faults));
        spec().given(SUBSCRIBED).when(new Change(content("Other", Tool.TYPEFORM), faults))
                .thenRejected(new SubscriptionRejection.MappingDoesNotFit(faults));
    }

    @Test
    void theToolStays() {
        spec().given(SUBSCRIBED).when(new Change(content("Other", Tool.FORMBRICKS), List.of()))
                .thenRejected(new SubscriptionRejection.ToolDiffers(Tool.TYPEFORM));
    }

    @Test
    void whatChangesNothingIsNoChange() {
        spec().given(SUBSCRIBED).when(new Change(CONTENT, List.of())).thenNothing();
        spec().given(SUBSCRIBED).when(new Change(content("Other", Tool.TYPEFORM), List.of()))
                .then(new SubscriptionChanged(content("Other", Tool.TYPEFORM)));
    }

    @Test
    void eachSecretIsOfTheNextGeneration() {
        spec().given(SUBSCRIBED, new SecretRotated(new SubscriptionSecret(2, null), LATER))
                .when(new RotateSecret("sealed", LATER))
                .then(new SecretRotated(new SubscriptionSecret(3, "sealed"), LATER));
    }

    @Test
    void whatEndedIsGone() {
        spec().given(SUBSCRIBED, new Unsubscribed()).when(new Unsubscribe())
                .thenRejected(new SubscriptionRejection.SubscriptionAbsent());
        spec().given().when(new Unsubscribe()).thenRejected(new SubscriptionRejection.SubscriptionAbsent());
    }
}
