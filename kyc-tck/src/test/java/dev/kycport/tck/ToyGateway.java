package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.CaptchaVerdict;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.recording.ProviderBehaviour;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;

/** A gateway of every port that does what its behaviour asks for, unless a flaw twists it. */
final class ToyGateway implements DirectOtpGateway, CaptchaOtpGateway, DigiLockerGateway {

    private final ProviderBehaviour behaviour;
    private final Flow flow;
    private final BrokenGateway brokenGateway;
    private final ToyTraffic wire;

    ToyGateway(ProviderBehaviour behaviour, Flow flow, BrokenGateway brokenGateway, ToyTraffic wire) {
        this.behaviour = behaviour;
        this.flow = flow;
        this.brokenGateway = brokenGateway;
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
    public Either<ProviderFailure, CaptchaImage> fetchCaptcha(ConsentProof proof) {
        return ask(ProviderCall.CONNECT, CaptchaImage.class, "");
    }

    @Override
    public Either<ProviderFailure, CaptchaVerdict> reloadCaptcha(ConsentProof proof, ProviderReference session) {
        return ask(ProviderCall.RELOAD_CAPTCHA, CaptchaVerdict.class, "");
    }

    @Override
    public Either<ProviderFailure, AuthorizationRequest> requestAuthorization(
            ConsentProof proof, RedirectUrl back, Set<DocumentType> documents) {
        return ask(
                ProviderCall.OFFER_AUTHORIZATION,
                AuthorizationRequest.class,
                back.value().toString());
    }

    @Override
    public Either<KycFailure, AuthorizationCallback> parseCallback(ReturnUrl url) {
        return brokenGateway.reading().of(url, wire);
    }

    @Override
    public Either<ProviderFailure, GrantVerdict> exchangeGrant(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        return ask(ProviderCall.TAKE_UP_AUTHORIZATION, GrantVerdict.class, code.reveal());
    }

    @Override
    public Either<ProviderFailure, DocumentsVerdict> fetchDocuments(
            ConsentProof proof,
            ProviderReference reference,
            Set<DocumentType> documents,
            Optional<DocumentHolder> holder) {
        return ask(ProviderCall.COLLECT_DOCUMENTS, DocumentsVerdict.class, "");
    }

    private <V> Either<ProviderFailure, V> ask(ProviderCall call, Class<V> kind, String secret) {
        ToyCall toyCall = new ToyCall(behaviour, flow, call, secret, wire);
        return brokenGateway.twist().of(toyCall, ToyGateway::honest).map(kind::cast);
    }

    private static Either<ProviderFailure, Object> honest(ToyCall toyCall) {
        if (toyCall.behaviour() != ProviderBehaviour.UNREACHABLE) {
            toyCall.wire().request();
        }
        return ToyAnswers.expected(toyCall);
    }
}
