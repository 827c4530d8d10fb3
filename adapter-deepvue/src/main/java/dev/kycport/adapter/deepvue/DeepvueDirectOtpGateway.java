package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.Said;
import dev.kycport.adapter.feign.Exchange;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.SendVerdict;
import io.vavr.control.Either;
import java.time.InstantSource;

/** Deepvue's V2: the number alone leads to a code, and to a reference id by which it is verified. */
final class DeepvueDirectOtpGateway implements DirectOtpGateway {

    private final DeepvueApi api;
    private final Exchange<Said> exchange;
    private final InstantSource time;

    DeepvueDirectOtpGateway(DeepvueApi api, Exchange<Said> exchange, InstantSource time) {
        this.api = api;
        this.exchange = exchange;
        this.time = time;
    }

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        return exchange.ask(
                attempt -> api.generateOtpV2(attempt.carrying(DeepvueRequests.generateOtpV2(proof, number))),
                DeepvueTables.SEND,
                reply -> DeepvueTranslation.sent(reply));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return exchange.ask(
                attempt -> api.verifyOtpV2(attempt.carrying(DeepvueRequests.verifyOtpV2(proof, reference, code))),
                DeepvueTables.VERIFY,
                reply -> DeepvueTranslation.rightCode(reply, Flow.DIRECT_OTP, time.instant()));
    }
}
