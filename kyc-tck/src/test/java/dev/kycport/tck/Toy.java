package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Holder;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.CaptchaSendVerdict;
import dev.kycport.ports.CaptchaVerdict;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.SendVerdict;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;

/** A gateway of every port that does what its behaviour asks for, unless a flaw twists it. */
final class Toy implements DirectOtpGateway, CaptchaOtpGateway, DigiLockerGateway {

    private final ProviderBehaviour behaviour;
    private final Flow flow;
    private final Flaw flaw;
    private final ToyWire wire;

    Toy(ProviderBehaviour behaviour, Flow flow, Flaw flaw, ToyWire wire) {
        this.behaviour = behaviour;
        this.flow = flow;
        this.flaw = flaw;
        this.wire = wire;
    }

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        return ask(ProviderCall.SEND_CODE, SendVerdict.class, number.reveal());
    }

    @Override
    public Either<ProviderFailure, CaptchaSendVerdict> send(
            ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer) {
        return ask(ProviderCall.SEND_CODE, CaptchaSendVerdict.class, number.reveal());
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return ask(ProviderCall.VERIFY_CODE, CodeVerdict.class, code.reveal());
    }

    @Override
    public Either<ProviderFailure, CaptchaImage> connect(ConsentProof proof) {
        return ask(ProviderCall.CONNECT, CaptchaImage.class, "");
    }

    @Override
    public Either<ProviderFailure, CaptchaVerdict> reload(ConsentProof proof, ProviderReference session) {
        return ask(ProviderCall.RELOAD_CAPTCHA, CaptchaVerdict.class, "");
    }

    @Override
    public Either<ProviderFailure, AuthorizationOffer> offer(
            ConsentProof proof, RedirectUrl back, Set<DocumentType> documents) {
        return ask(ProviderCall.OFFER_AUTHORIZATION, AuthorizationOffer.class, "");
    }

    @Override
    public Either<InputRejection, AuthorizationReturn> read(ReturnUrl url) {
        return flaw.reading().of(url, wire);
    }

    @Override
    public Either<ProviderFailure, ConnectionVerdict> connect(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        return ask(ProviderCall.TAKE_UP_AUTHORIZATION, ConnectionVerdict.class, code.reveal());
    }

    @Override
    public Either<ProviderFailure, CollectionVerdict> collect(
            ConsentProof proof, ProviderReference reference, Set<DocumentType> documents, Optional<Holder> holder) {
        return ask(ProviderCall.COLLECT_DOCUMENTS, CollectionVerdict.class, "");
    }

    private <V> Either<ProviderFailure, V> ask(ProviderCall call, Class<V> kind, String secret) {
        Asked asked = new Asked(behaviour, flow, call, secret, wire);
        return flaw.twist().of(asked, Toy::honest).map(kind::cast);
    }

    private static Either<ProviderFailure, Object> honest(Asked asked) {
        if (asked.behaviour() != ProviderBehaviour.UNREACHABLE) {
            asked.wire().request();
        }
        return Answers.due(asked);
    }
}
