package dev.kycport.adapter.fake;

import dev.kycport.adapter.fake.internal.image.CaptchaPicture;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.CaptchaVerdict;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** The captcha flow: the answer is judged before anybody looks at the number. */
final class FakeCaptchaOtpGateway implements CaptchaOtpGateway {

    private final FakeCallInterceptor fakeCallInterceptor;
    private final FakeOtpService codes;
    private final ReferenceCache<FakeCaptchaSession> sides;

    FakeCaptchaOtpGateway(
            FakeCallInterceptor fakeCallInterceptor, FakeOtpService codes, ReferenceCache<FakeCaptchaSession> sides) {
        this.fakeCallInterceptor = fakeCallInterceptor;
        this.codes = codes;
        this.sides = sides;
    }

    @Override
    public Either<ProviderFailure, CaptchaImage> fetchCaptcha(ConsentProof proof) {
        return fakeCallInterceptor.call(ProviderCall.CONNECT, () -> {
            FakeCaptchaSession side = new FakeCaptchaSession();
            return Either.right(image(sides.register(side), side.text()));
        });
    }

    @Override
    public Either<ProviderFailure, CaptchaVerdict> reloadCaptcha(ConsentProof proof, ProviderReference session) {
        return fakeCallInterceptor.call(
                ProviderCall.RELOAD_CAPTCHA,
                () -> Either.right(findSession(ProviderCall.RELOAD_CAPTCHA, session)
                        .<CaptchaVerdict>map(this::reload)
                        .orElseGet(SessionLost::new)));
    }

    @Override
    public Either<ProviderFailure, CaptchaSendVerdict> send(
            ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer) {
        return fakeCallInterceptor.call(
                ProviderCall.SEND_CODE,
                () -> findSession(ProviderCall.SEND_CODE, session)
                        .map(side -> isRight(side, number, answer)
                                ? codes.send(proof.use().session(), number).<CaptchaSendVerdict>map(Function.identity())
                                : Either.<ProviderFailure, CaptchaSendVerdict>right(
                                        new CaptchaSendVerdict.WrongCaptcha()))
                        .orElseGet(() -> Either.right(new SessionLost())));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return codes.verify(reference, code);
    }

    @Override
    public boolean acceptsVirtualIds() {
        return true;
    }

    // Under a new reference, which tells after a restart which image is shown; the earlier ones stay valid.
    private CaptchaVerdict reload(FakeCaptchaSession side) {
        String text = side.reload();
        return new CaptchaVerdict.NewImage(image(sides.register(side), text));
    }

    private Optional<FakeCaptchaSession> findSession(ProviderCall call, ProviderReference session) {
        return isScripted(call, VerdictCode.SESSION_LOST) ? Optional.empty() : sides.find(session);
    }

    // Where the source is down nothing was sent, so the same answer must do when it is up again.
    private boolean isRight(FakeCaptchaSession side, IdentityNumber number, CaptchaAnswer answer) {
        if (isScripted(ProviderCall.SEND_CODE, VerdictCode.WRONG_CAPTCHA)) {
            return false;
        }
        return MagicNumber.of(number) == MagicNumber.SOURCE_DOWN ? side.accepts(answer) : side.consume(answer);
    }

    private boolean isScripted(ProviderCall call, VerdictCode verdict) {
        return fakeCallInterceptor.scripted(call).filter(verdict::equals).isPresent();
    }

    private static CaptchaImage image(ProviderReference session, String text) {
        return new CaptchaImage(session, CaptchaPicture.of(text), MediaType.PNG);
    }
}
