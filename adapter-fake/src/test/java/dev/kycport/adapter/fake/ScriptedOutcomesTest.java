package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.CaptchaSendVerdict;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.SendVerdict;
import dev.kycport.ports.SessionLost;
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
        KycProvider provider = Sample.provider(FakeConfig.usual().answering(call, code));

        Either<? extends KycFailure, ?> outcome = outcome(provider, call);

        assertThat(outcome.getLeft().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void a_call_can_come_to_each_of_its_verdicts(ProviderCall call, String code, Object verdict) {
        KycProvider provider = Sample.provider(FakeConfig.usual().answering(call, code));

        assertThat(outcome(provider, call).get()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @MethodSource("ofTheCaptchaFlowAlone")
    void what_only_the_captcha_flow_can_come_to_leaves_the_direct_one_alone(String code) {
        KycProvider provider = Sample.provider(FakeConfig.usual().answering(ProviderCall.SEND_CODE, code));

        assertThat(sent(provider.directOtp().orElseThrow()).get()).isInstanceOf(SendVerdict.CodeSent.class);
    }

    static Stream<Arguments> failures() {
        return Stream.of(ProviderCall.values())
                .flatMap(call -> Stream.of(Breakdown.values())
                        .map(breakdown -> Arguments.of(call, breakdown.failure().code())));
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
                        ProviderCall.TAKE_UP_AUTHORIZATION,
                        "authorization.denied",
                        new ConnectionVerdict.GrantRefused()),
                Arguments.of(ProviderCall.TAKE_UP_AUTHORIZATION, "provider.session-lost", new SessionLost()),
                Arguments.of(
                        ProviderCall.COLLECT_DOCUMENTS, "authorization.empty", new CollectionVerdict.NothingShared()),
                Arguments.of(ProviderCall.COLLECT_DOCUMENTS, "provider.session-lost", new SessionLost()));
    }

    static Stream<String> ofTheCaptchaFlowAlone() {
        return Stream.of("captcha.wrong", "provider.session-lost");
    }

    /** What comes of the call when everything before it goes well. */
    private static Either<? extends KycFailure, ?> outcome(KycProvider provider, ProviderCall call) {
        CaptchaOtpGateway captcha = provider.captchaOtp().orElseThrow();
        return switch (call) {
            case CONNECT -> captcha.connect(Sample.proof(call));
            case RELOAD_CAPTCHA -> captcha.reload(Sample.proof(call), connected(captcha));
            case SEND_CODE ->
                captcha.send(
                        Sample.proof(call), connected(captcha), Sample.number(Sample.SENT), Sample.answer("KYC42"));
            case VERIFY_CODE -> verified(provider.directOtp().orElseThrow());
            case OFFER_AUTHORIZATION, TAKE_UP_AUTHORIZATION, COLLECT_DOCUMENTS ->
                shared(provider.digiLocker().orElseThrow(), call);
        };
    }

    private static ProviderReference connected(CaptchaOtpGateway gateway) {
        return gateway.connect(Sample.proof(ProviderCall.CONNECT)).get().session();
    }

    private static Either<? extends KycFailure, SendVerdict> sent(DirectOtpGateway gateway) {
        return gateway.send(Sample.proof(ProviderCall.SEND_CODE), Sample.number(Sample.SENT));
    }

    private static Either<? extends KycFailure, CodeVerdict> verified(DirectOtpGateway gateway) {
        ProviderReference reference = ((SendVerdict.CodeSent) sent(gateway).get()).reference();
        return gateway.verify(Sample.proof(ProviderCall.VERIFY_CODE), reference, Sample.code("123456"));
    }

    private static Either<? extends KycFailure, ?> shared(DigiLockerGateway gateway, ProviderCall call) {
        var offer = gateway.offer(Sample.proof(ProviderCall.OFFER_AUTHORIZATION), Sample.back(), PAN);
        if (call == ProviderCall.OFFER_AUTHORIZATION) {
            return offer;
        }
        ProviderReference reference = offer.get().reference();
        var connection =
                gateway.connect(Sample.proof(ProviderCall.TAKE_UP_AUTHORIZATION), reference, Sample.grant("granted"));
        return call == ProviderCall.TAKE_UP_AUTHORIZATION
                ? connection
                : gateway.collect(Sample.proof(call), reference, PAN, Optional.of(Asha.HOLDER));
    }
}
