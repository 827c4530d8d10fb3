package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.Optional;

/** Sends codes and judges them, for both OTP flows. A right code works once in a run; after that its reference is unknown. */
final class FakeOtpService {

    private final Flow flow;
    private final FakeCallInterceptor fakeCallInterceptor;
    private final InstantSource time;
    private final SentCodes codes;

    FakeOtpService(
            Flow flow,
            FakeCallInterceptor fakeCallInterceptor,
            ReferenceGenerator referenceGenerator,
            InstantSource time,
            int most) {
        this.flow = flow;
        this.fakeCallInterceptor = fakeCallInterceptor;
        this.time = time;
        this.codes = new SentCodes(new ReferenceCache<>(referenceGenerator, time, most, SentCodes.form(flow)), most);
    }

    /** What comes of the number, whatever it took to get here. */
    Either<ProviderFailure, SendVerdict> send(SessionId session, IdentityNumber number) {
        Optional<SendVerdict> scripted =
                fakeCallInterceptor.scripted(ProviderCall.SEND_CODE).flatMap(FakeOtpService::refusal);
        return scripted.isPresent() ? Either.right(scripted.get()) : judged(session, number);
    }

    Either<ProviderFailure, CodeVerdict> verify(ProviderReference reference, OtpCode code) {
        return fakeCallInterceptor.call(
                ProviderCall.VERIFY_CODE,
                () -> codes.find(reference)
                        .map(number -> judged(reference, number, code))
                        .orElseGet(() -> Either.right(new SessionLost())));
    }

    private Either<ProviderFailure, SendVerdict> judged(SessionId session, IdentityNumber number) {
        return switch (MagicNumber.of(number)) {
            case SENT -> Either.right(new SendVerdict.CodeSent(codes.send(session, number.masked())));
            case MOBILE_NOT_LINKED -> Either.right(new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED));
            case PENDING -> Either.right(new SendVerdict.CodePending(Optional.empty(), Optional.empty()));
            case SOURCE_DOWN -> FakeCallInterceptor.failure(SimulatedFailure.SOURCE_DOWN);
            case TIMED_OUT -> FakeCallInterceptor.failure(SimulatedFailure.TIMED_OUT);
            case UNKNOWN -> Either.right(new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID));
        };
    }

    private Either<ProviderFailure, CodeVerdict> judged(
            ProviderReference reference, MaskedNumber number, OtpCode code) {
        Optional<CodeVerdict> scripted =
                fakeCallInterceptor.scripted(ProviderCall.VERIFY_CODE).flatMap(FakeOtpService::judgement);
        if (scripted.isPresent()) {
            return Either.right(scripted.get());
        }
        return switch (MagicCode.of(code)) {
            case RIGHT -> Either.right(codes.consume(reference) ? rightCode(number) : new SessionLost());
            case EXPIRED -> Either.right(new CodeVerdict.CodeExpired());
            case TIMED_OUT -> FakeCallInterceptor.failure(SimulatedFailure.TIMED_OUT);
            case WRONG -> Either.right(new CodeVerdict.WrongCode());
        };
    }

    private CodeVerdict rightCode(MaskedNumber number) {
        return new CodeVerdict.RightCode(
                FakePerson.verifiedByCode(number, new Assurance(flow, FakeProviderFactory.ID, time.instant())));
    }

    private static Optional<SendVerdict> refusal(VerdictCode scripted) {
        return switch (scripted) {
            case MOBILE_NOT_LINKED -> Optional.of(new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED));
            case NUMBER_INVALID -> Optional.of(new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID));
            case CODE_PENDING -> Optional.of(new SendVerdict.CodePending(Optional.empty(), Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static Optional<CodeVerdict> judgement(VerdictCode scripted) {
        return switch (scripted) {
            case WRONG_CODE -> Optional.of(new CodeVerdict.WrongCode());
            case CODE_EXPIRED -> Optional.of(new CodeVerdict.CodeExpired());
            case SESSION_LOST -> Optional.of(new SessionLost());
            default -> Optional.empty();
        };
    }
}
