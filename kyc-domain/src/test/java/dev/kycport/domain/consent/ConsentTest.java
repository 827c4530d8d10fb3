package dev.kycport.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.consent.Consent.Given;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.ConsentRejection.NotCovering;
import dev.kycport.domain.failure.ConsentRejection.NotCovering.Gap;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P1")
class ConsentTest {

    private static final Consent.Asked ASKED =
            Consent.ask(TestValues.anyConsentId(), TestValues.anyTerms(), TestValues.NOW);
    private static final Given GIVEN = ASKED.give(ConsentMethod.CHECKBOX, Duration.ofHours(1), TestValues.later(10));
    private static final ConsentUse USE = TestValues.anyUse();

    @Test
    void it_is_valid_from_the_moment_it_is_given() {
        assertThat(GIVEN.givenAt()).isEqualTo(TestValues.later(10));
        assertThat(GIVEN.validUntil()).isEqualTo(TestValues.later(3610));
        assertThat(GIVEN.method()).isEqualTo(ConsentMethod.CHECKBOX);
    }

    @Test
    void a_given_consent_allows_a_call_it_covers() {
        assertThat(GIVEN.allows(USE, TestValues.later(3609)).get()).isSameAs(GIVEN);
    }

    @Test
    void it_allows_nothing_from_its_end_on() {
        Instant end = TestValues.later(3610);

        assertThat(GIVEN.allows(USE, end)).isEqualTo(Either.left(new ConsentRejection.Expired(end)));
    }

    @Test
    void it_covers_its_purpose_its_subject_and_its_recipients_only() {
        assertThat(gap(new ConsentUse(
                        USE.session(), USE.subject(), new Purpose("selling"), USE.recipient(), ProviderCall.SEND_CODE)))
                .isEqualTo(Gap.PURPOSE);
        assertThat(gap(new ConsentUse(
                        USE.session(), new SubjectRef("someone"), USE.purpose(), USE.recipient(), USE.call())))
                .isEqualTo(Gap.SUBJECT);
        assertThat(gap(new ConsentUse(
                        USE.session(), USE.subject(), USE.purpose(), new ProviderId("other"), USE.call())))
                .isEqualTo(Gap.RECIPIENT);
    }

    @Test
    void it_covers_every_call_to_its_recipient() {
        for (ProviderCall call : ProviderCall.values()) {
            ConsentUse use = new ConsentUse(USE.session(), USE.subject(), USE.purpose(), USE.recipient(), call);

            assertThat(GIVEN.allows(use, TestValues.later(11)).isRight()).isTrue();
        }
    }

    @Test
    void a_consent_not_given_allows_nothing() {
        assertThat(rejection(ASKED)).isEqualTo(new ConsentRejection.Missing());
        assertThat(rejection(ASKED.decline(TestValues.later(1)))).isEqualTo(new ConsentRejection.Missing());
    }

    @Test
    void a_consent_withdrawn_or_expired_allows_nothing() {
        assertThat(rejection(GIVEN.withdraw(TestValues.later(20))))
                .isEqualTo(new ConsentRejection.Withdrawn(TestValues.later(20)));
        assertThat(rejection(GIVEN.expire())).isEqualTo(new ConsentRejection.Expired(GIVEN.validUntil()));
    }

    @Test
    void every_state_knows_its_id_and_its_terms() {
        Consent[] states = {ASKED, GIVEN, ASKED.decline(TestValues.NOW), GIVEN.withdraw(TestValues.NOW), GIVEN.expire()
        };

        assertThat(states).extracting(Consent::id).containsOnly(TestValues.anyConsentId());
        assertThat(states).extracting(Consent::terms).containsOnly(TestValues.anyTerms());
    }

    private static KycFailure rejection(Consent consent) {
        return consent.allows(USE, TestValues.later(11)).getLeft();
    }

    private static Gap gap(ConsentUse use) {
        return ((NotCovering) GIVEN.allows(use, TestValues.later(11)).getLeft()).gap();
    }
}
