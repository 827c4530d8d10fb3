package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptedOutcomesTest {

    private static final Set<DocumentType> PAN = Set.of(DocumentType.PAN);

    @ParameterizedTest
    @MethodSource("failures")
    void every_call_can_come_to_every_failure(ProviderCall call, String code) {
        KycProvider provider = FakeFixtures.provider(FakeConfig.defaults().withOutcome(call, code));

        Either<? extends KycFailure, ?> outcome = outcome(provider, call);

        assertThat(outcome.getLeft().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void a_call_can_come_to_each_of_its_verdicts(ProviderCall call, String code, Object verdict) {
        KycProvider provider = FakeFixtures.provider(FakeConfig.defaults().withOutcome(call, code));

        assertThat(outcome(provider, call).get()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @MethodSource("ofTheCaptchaFlowAlone")
    void what_only_the_captcha_flow_can_come_to_leaves_the_direct_one_alone(String code) {
        KycProvider provider = FakeFixtures.provider(FakeConfig.defaults().withOutcome(ProviderCall.SEND_CODE, code));

        assertThat(sent(provider.directOtp().orElseThrow()).get()).isInstanceOf(SendVerdict.CodeSent.class);
    }

    static Stream<Arguments> failures() {
        return Stream.of(ProviderCall.values())
                .flatMap(call -> Stream.of(SimulatedFailure.values())
                        .map(simulatedFailure ->
                                Arguments.of(call, simulatedFailure.failure().code())));
    }

    static Stream<Arguments> verdicts() {
        return Stream.of(
                Arguments.of(ProviderCall.RELOAD_CAPTCHA, "provider.session-lost", new SessionLost()),
                Arguments.of(
                        ProviderCall.SEND_CODE,
                        "otp.not-sent.mobile-not-linked",
                        new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED)),
                Arguments.of(
                        ProviderCall.SEND_CODE,
                        "otp.not-sent.number-invalid",
                        new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID)),
                Arguments.of(
                        ProviderCall.SEND_CODE,
                        "otp.not-sent.pending",
                        new SendVerdict.CodePending(Optional.empty(), Optional.empty())),
                Arguments.of(ProviderCall.SEND_CODE, "captcha.wrong", new CaptchaSendVerdict.WrongCaptcha()),
                Arguments.of(ProviderCall.SEND_CODE, "provider.session-lost", new SessionLost()),
                Arguments.of(ProviderCall.VERIFY_CODE, "otp.wrong-code", new CodeVerdict.WrongCode()),
                Arguments.of(ProviderCall.VERIFY_CODE, "otp.expired", new CodeVerdict.CodeExpired()),
                Arguments.of(ProviderCall.VERIFY_CODE, "provider.session-lost", new SessionLost()),
                Arguments.of(
                        ProviderCall.TAKE_UP_AUTHORIZATION, "authorization.denied", new GrantVerdict.GrantRefused()),
                Arguments.of(ProviderCall.TAKE_UP_AUTHORIZATION, "provider.session-lost", new SessionLost()),
                Arguments.of(
                        ProviderCall.COLLECT_DOCUMENTS, "authorization.empty", new DocumentsVerdict.NothingShared()),
                Arguments.of(ProviderCall.COLLECT_DOCUMENTS, "provider.session-lost", new SessionLost()));
    }

    static Stream<String> ofTheCaptchaFlowAlone() {
        return Stream.of("captcha.wrong", "provider.session-lost");
    }

    /** What comes of the call when everything before it goes well. */
    private static Either<? extends KycFailure, ?> outcome(KycProvider provider, ProviderCall call) {
        CaptchaOtpGateway captcha = provider.captchaOtp().orElseThrow();
        return switch (call) {
            case CONNECT -> captcha.fetchCaptcha(FakeFixtures.proof(call));
            case RELOAD_CAPTCHA -> captcha.reloadCaptcha(FakeFixtures.proof(call), connected(captcha));
            case SEND_CODE ->
                captcha.send(
                        FakeFixtures.proof(call),
                        connected(captcha),
                        FakeFixtures.number(FakeFixtures.SENT),
                        FakeFixtures.answer("KYC42"));
            case VERIFY_CODE -> verified(provider.directOtp().orElseThrow());
            case OFFER_AUTHORIZATION, TAKE_UP_AUTHORIZATION, COLLECT_DOCUMENTS ->
                shared(provider.digiLocker().orElseThrow(), call);
        };
    }

    private static ProviderReference connected(CaptchaOtpGateway gateway) {
        return gateway.fetchCaptcha(FakeFixtures.proof(ProviderCall.CONNECT))
                .get()
                .session();
    }

    private static Either<? extends KycFailure, SendVerdict> sent(DirectOtpGateway gateway) {
        return gateway.send(FakeFixtures.proof(ProviderCall.SEND_CODE), FakeFixtures.number(FakeFixtures.SENT));
    }

    private static Either<? extends KycFailure, CodeVerdict> verified(DirectOtpGateway gateway) {
        ProviderReference reference = ((SendVerdict.CodeSent) sent(gateway).get()).reference();
        return gateway.verify(FakeFixtures.proof(ProviderCall.VERIFY_CODE), reference, FakeFixtures.code("123456"));
    }

    private static Either<? extends KycFailure, ?> shared(DigiLockerGateway gateway, ProviderCall call) {
        var offer = gateway.requestAuthorization(
                FakeFixtures.proof(ProviderCall.OFFER_AUTHORIZATION), FakeFixtures.back(), PAN);
        if (call == ProviderCall.OFFER_AUTHORIZATION) {
            return offer;
        }
        ProviderReference reference = offer.get().reference();
        var connection = gateway.exchangeGrant(
                FakeFixtures.proof(ProviderCall.TAKE_UP_AUTHORIZATION), reference, FakeFixtures.grant("granted"));
        return call == ProviderCall.TAKE_UP_AUTHORIZATION
                ? connection
                : gateway.fetchDocuments(FakeFixtures.proof(call), reference, PAN, Optional.of(FakePerson.HOLDER));
    }
}
