package dev.kycport.adapter.fake;

import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.CaptchaSendVerdict;
import dev.kycport.ports.CaptchaVerdict;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.SessionLost;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** The captcha flow: the answer is judged before anybody looks at the number. */
final class FakeCaptchaOtpGateway implements CaptchaOtpGateway {

    private final Line line;
    private final CodeDesk codes;
    private final References<CaptchaSide> sides;

    FakeCaptchaOtpGateway(Line line, CodeDesk codes, References<CaptchaSide> sides) {
        this.line = line;
        this.codes = codes;
        this.sides = sides;
    }

    @Override
    public Either<ProviderFailure, CaptchaImage> connect(ConsentProof proof) {
        return line.call(ProviderCall.CONNECT, () -> {
            CaptchaSide side = new CaptchaSide();
            return Either.right(image(sides.open(side), side.text()));
        });
    }

    @Override
    public Either<ProviderFailure, CaptchaVerdict> reload(ConsentProof proof, ProviderReference session) {
        return line.call(
                ProviderCall.RELOAD_CAPTCHA,
                () -> Either.right(known(ProviderCall.RELOAD_CAPTCHA, session)
                        .<CaptchaVerdict>map(side -> new CaptchaVerdict.NewImage(image(session, side.reload())))
                        .orElseGet(SessionLost::new)));
    }

    @Override
    public Either<ProviderFailure, CaptchaSendVerdict> send(
            ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer) {
        return line.call(
                ProviderCall.SEND_CODE,
                () -> known(ProviderCall.SEND_CODE, session)
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

    private Optional<CaptchaSide> known(ProviderCall call, ProviderReference session) {
        return isScripted(call, VerdictCode.SESSION_LOST) ? Optional.empty() : sides.find(session);
    }

    // Where the source is down nothing was sent, so the same answer must do when it is up again.
    private boolean isRight(CaptchaSide side, IdentityNumber number, CaptchaAnswer answer) {
        if (isScripted(ProviderCall.SEND_CODE, VerdictCode.WRONG_CAPTCHA)) {
            return false;
        }
        return MagicNumber.of(number) == MagicNumber.SOURCE_DOWN ? side.accepts(answer) : side.use(answer);
    }

    private boolean isScripted(ProviderCall call, VerdictCode verdict) {
        return line.scripted(call).filter(verdict::equals).isPresent();
    }

    private static CaptchaImage image(ProviderReference session, String text) {
        return new CaptchaImage(session, CaptchaPicture.of(text), MediaType.PNG);
    }
}
