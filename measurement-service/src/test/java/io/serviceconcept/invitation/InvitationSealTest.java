package io.serviceconcept.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationSealTest {

    private static final InvitationSeal SEAL = new InvitationSeal(Base64.getEncoder().encodeToString(new byte[32]));
    private static final Invitation INVITATION = new Invitation("city",
            UUID.fromString("9c1f4e80-0000-4000-8000-000000000001"), 17);

    @ParameterizedTest
    @ValueSource(strings = { "c", "municipality", "a-name-of-a-hundred-characters-is-the-longest-that-an-organisation-of-"
            + "this-platform-can-have-0123456789" })
    void anInvitationIsReadAsItWasWritten(String organisation) {
        Invitation invitation = new Invitation(organisation, INVITATION.batch(), 1_000);

        assertThat(SEAL.read(SEAL.write(invitation))).contains(invitation);
    }

    @Test
    void itIsWrittenTheSameEachTime() {
        assertThat(SEAL.write(INVITATION)).isEqualTo(SEAL.write(INVITATION)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void noCharacterOfItCanBeAnother() {
        String written = SEAL.write(INVITATION);

        assertThat(IntStream.range(0, written.length()).mapToObj(place -> written.substring(0, place)
                + (written.charAt(place) == 'A' ? 'B' : 'A') + written.substring(place + 1)))
                .allSatisfy(changed -> assertThat(SEAL.read(changed)).isEmpty());
    }

    @Test
    void anotherKeyReadsNothing() {
        InvitationSeal other = new InvitationSeal("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        assertThat(other.read(SEAL.write(INVITATION))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "AAAA", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
    void anythingElseIsNoInvitation(String text) {
        assertThat(SEAL.read(text)).isEmpty();
    }

    @Test
    void aKeyHas32Bytes() {
        assertThatThrownBy(() -> new InvitationSeal("AAAA")).isInstanceOf(IllegalArgumentException.class);
    }
}
