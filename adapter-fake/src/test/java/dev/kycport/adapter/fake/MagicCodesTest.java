package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import io.vavr.control.Either;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MagicCodesTest {

    private final DirectOtpGateway gateway = FakeFixtures.provider().directOtp().orElseThrow();

    @Test
    void the_right_code_shows_asha() {
        VerifiedIdentity asha = identity(verified(sent(FakeFixtures.SENT), "123456"));

        assertThat(asha.name()).isEqualTo("Asha Test Rao");
        assertThat(asha.birthDate().iso()).isEqualTo("1990-02-01");
        assertThat(asha.gender()).isEqualTo(Gender.FEMALE);
        assertThat(asha.address().part(Part.PIN)).isEqualTo("560001");
        assertThat(asha.address().line()).contains("Bengaluru");
        assertThat(asha.photo()).isPresent();
        assertThat(asha.documents()).isEmpty();
    }

    @Test
    void the_identity_says_how_by_whom_and_when_it_was_verified() {
        VerifiedIdentity asha = identity(verified(sent(FakeFixtures.SENT), "123456"));

        assertThat(asha.assurance())
                .isEqualTo(new Assurance(Flow.DIRECT_OTP, FakeProviderFactory.ID, FakeFixtures.NOW));
    }

    @Test
    void the_number_that_was_used_is_masked() {
        VerifiedIdentity byNumber = identity(verified(sent(FakeFixtures.SENT), "123456"));
        VerifiedIdentity byVirtualId = identity(verified(sent("9123456789012346"), "123456"));

        assertThat(byNumber.number()).hasToString("Optional[XXXX XXXX 7058]");
        assertThat(byVirtualId.number()).hasToString("Optional[XXXX XXXX XXXX 2346]");
    }

    @Test
    void zeros_have_expired() {
        assertThat(verified(sent(FakeFixtures.SENT), "000000").get()).isInstanceOf(CodeVerdict.CodeExpired.class);
    }

    @Test
    void nines_time_out() {
        assertThat(verified(sent(FakeFixtures.SENT), "999999").getLeft().kind())
                .isEqualTo(ProviderFailure.Kind.TIMED_OUT);
    }

    @Test
    void any_other_code_is_wrong_however_often_and_the_right_one_still_works() {
        ProviderReference reference = sent(FakeFixtures.SENT);

        for (int i = 0; i < 20; i++) {
            assertThat(verified(reference, "654321").get()).isInstanceOf(CodeVerdict.WrongCode.class);
        }

        assertThat(verified(reference, "123456").get()).isInstanceOf(CodeVerdict.RightCode.class);
    }

    @Test
    void a_right_code_works_once() {
        ProviderReference reference = sent(FakeFixtures.SENT);

        verified(reference, "123456");

        assertThat(verified(reference, "123456").get()).isInstanceOf(SessionLost.class);
    }

    @Test
    void of_many_who_submit_the_right_code_at_once_one_is_verified() throws Exception {
        ProviderReference reference = sent(FakeFixtures.SENT);

        long winners =
                FakeFixtures.winners(16, () -> verified(reference, "123456").get() instanceof CodeVerdict.RightCode);

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void a_reference_that_was_never_given_out_is_lost() {
        assertThat(verified(FakeFixtures.unknownReference(), "123456").get()).isInstanceOf(SessionLost.class);
    }

    @Test
    void a_code_that_was_sent_before_a_restart_can_be_verified_once() {
        ProviderReference before = sent(FakeFixtures.provider().directOtp().orElseThrow(), FakeFixtures.session(1));

        assertThat(verified(before, "654321").get()).isInstanceOf(CodeVerdict.WrongCode.class);
        assertThat(identity(verified(before, "123456")).number()).hasToString("Optional[XXXX XXXX 7058]");
        assertThat(verified(before, "123456").get()).isInstanceOf(SessionLost.class);
    }

    @Test
    void a_code_of_the_other_flow_is_unknown() {
        ProviderReference direct = sent(FakeFixtures.provider().directOtp().orElseThrow(), FakeFixtures.session(1));

        assertThat(FakeFixtures.provider()
                        .captchaOtp()
                        .orElseThrow()
                        .verify(FakeFixtures.proof(ProviderCall.VERIFY_CODE), direct, FakeFixtures.code("123456"))
                        .get())
                .isInstanceOf(SessionLost.class);
    }

    @Test
    void a_new_code_voids_the_earlier_one_of_the_same_session() {
        ProviderReference earlier = sent(FakeFixtures.SENT);
        ProviderReference later = sent(FakeFixtures.SENT);

        assertThat(verified(earlier, "123456").get()).isInstanceOf(SessionLost.class);
        assertThat(verified(later, "123456").get()).isInstanceOf(CodeVerdict.RightCode.class);
    }

    @Test
    void a_code_of_another_session_stays_good() {
        ProviderReference one = sent(gateway, FakeFixtures.session(1));
        ProviderReference other = sent(gateway, FakeFixtures.session(2));

        assertThat(verified(one, "123456").get()).isInstanceOf(CodeVerdict.RightCode.class);
        assertThat(verified(other, "123456").get()).isInstanceOf(CodeVerdict.RightCode.class);
    }

    private ProviderReference sent(String number) {
        return ((SendVerdict.CodeSent)
                        gateway.send(FakeFixtures.proof(ProviderCall.SEND_CODE), FakeFixtures.number(number))
                                .get())
                .reference();
    }

    private static ProviderReference sent(DirectOtpGateway gateway, SessionId session) {
        return ((SendVerdict.CodeSent) gateway.send(
                                FakeFixtures.proof(session, ProviderCall.SEND_CODE),
                                FakeFixtures.number(FakeFixtures.SENT))
                        .get())
                .reference();
    }

    private Either<ProviderFailure, CodeVerdict> verified(ProviderReference reference, String code) {
        return gateway.verify(FakeFixtures.proof(ProviderCall.VERIFY_CODE), reference, FakeFixtures.code(code));
    }

    private static VerifiedIdentity identity(Either<ProviderFailure, CodeVerdict> verdict) {
        return ((CodeVerdict.RightCode) verdict.get()).identity();
    }
}
