package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.OtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** Sends a code in the direct flow, the first or another one. */
public final class SendOtp {

    private final ProviderDirectory providers;
    private final CallExecutor calls;
    private final KycEnvironment environment;

    public SendOtp(ProviderDirectory providers, CallExecutor calls, KycEnvironment environment) {
        this.providers = providers;
        this.calls = calls;
        this.environment = environment;
    }

    /**
     * Sends it.
     *
     * @param session as stored
     * @param intent the session while the code is requested
     */
    Either<KycFailure, StepResult> send(
            KycSession.Live session, KycSession.AwaitingOtp<OtpChallenge.Requested> intent, IdentityNumber number) {
        return providers
                .directOtp(session)
                .flatMap(gateway -> requireAccepted(gateway, number))
                .flatMap(gateway -> calls.execute(new DirectSend(session, intent, gateway, number)));
    }

    /** A virtual id is sent only to a provider that accepts it. */
    static <G extends OtpGateway> Either<KycFailure, G> requireAccepted(G gateway, IdentityNumber number) {
        return accepts(gateway, number)
                ? Either.right(gateway)
                : Either.left(InputField.VID.reject("is not accepted by this provider, an Aadhaar number is"));
    }

    static boolean accepts(OtpGateway gateway, IdentityNumber number) {
        return number.match(aadhaar -> true, vid -> gateway.acceptsVirtualIds());
    }

    private final class DirectSend extends SendCodeCall<SendVerdict> {

        private final KycSession.Live session;
        private final KycSession.AwaitingOtp<OtpChallenge.Requested> intent;
        private final DirectOtpGateway gateway;

        DirectSend(
                KycSession.Live session,
                KycSession.AwaitingOtp<OtpChallenge.Requested> intent,
                DirectOtpGateway gateway,
                IdentityNumber number) {
            super(
                    number,
                    providers.policies(session).otp(),
                    providers.callTimeout(session.header().provider()),
                    environment);
            this.session = session;
            this.intent = intent;
            this.gateway = gateway;
        }

        @Override
        public ProviderCallIntent intent() {
            return ProviderCallIntent.of(ProviderCall.SEND_CODE, session, intent)
                    .with(reservation());
        }

        @Override
        public Either<ProviderFailure, SendVerdict> ask(ConsentProof proof) {
            return gateway.send(proof, number());
        }

        @Override
        public CallOutcome outcome(SendVerdict verdict) {
            return verdict.match(this);
        }

        @Override
        OtpChallenge.Requested otp() {
            return intent.otp();
        }

        @Override
        KycSession waiting(OtpChallenge.Resendable code) {
            return intent.with(code);
        }

        @Override
        KycSession ineligible(OtpChallenge.NotSent notSent) {
            return intent.endIneligible(notSent);
        }

        @Override
        CallOutcome notDelivered(ProviderFailure failure) {
            return CallOutcome.reverted(intent.revert(intent.otp().revert()), failure);
        }
    }
}
