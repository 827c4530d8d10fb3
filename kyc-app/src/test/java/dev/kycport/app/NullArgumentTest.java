package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.DocumentType;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NullArgumentTest {

    private final World world = World.usual();

    /** A step of a session whose code is on its way, with an argument that is null, by the argument's name. */
    enum Slip {
        ID((service, id) -> service.look(null)),
        REQUEST((service, id) -> service.open(null)),
        METHOD((service, id) -> service.giveConsent(id, null)),
        VALID_FOR((service, id) -> service.giveConsent(id, ConsentMethod.BUTTON, null)),
        NUMBER((service, id) -> service.startDirect(id, null)),
        NUMBER_AGAIN((service, id) -> service.resend(id, null)),
        NUMBER_BESIDE_ANSWER((service, id) -> service.submitCaptcha(id, null, Typed.answer("KYC42"))),
        ANSWER((service, id) -> service.submitCaptcha(id, Typed.number(Typed.SENT), null)),
        SUBMITTED((service, id) -> service.submitCode(id, null)),
        BACK((service, id) -> service.startDigiLocker(id, null, Set.of(DocumentType.PAN))),
        DOCUMENTS((service, id) -> service.startDigiLocker(id, Typed.home(), null)),
        URL((service, id) -> service.takeUpReturn(id, null)),
        ID_OF_CONSENT((service, id) -> service.withdrawConsent((ConsentId) null)),
        PERSON((service, id) -> service.withdrawConsents((SubjectRef) null));

        private final BiConsumer<KycService, SessionId> step;

        Slip(BiConsumer<KycService, SessionId> step) {
            this.step = step;
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_refused_before_anything_is_stored(Slip slip) {
        SessionId id = world.sent();

        assertThatNullPointerException().isThrownBy(() -> slip.step.accept(world.service, id));

        assertThat(world.trail(id)).hasSameSizeAs(world.trail(world.sent()));
        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "METHOD", "DOCUMENTS"})
    void it_is_told_by_its_name(Slip slip) {
        assertThatNullPointerException()
                .isThrownBy(() -> slip.step.accept(world.service, world.sent()))
                .withMessageContaining(slip.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void a_consent_is_not_given_in_no_way() {
        SessionId id = world.opened(Flow.DIRECT_OTP);

        assertThatNullPointerException().isThrownBy(() -> world.service.giveConsent(id, null));

        assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Asked.class);
    }
}
