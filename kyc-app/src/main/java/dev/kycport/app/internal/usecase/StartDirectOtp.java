package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.Failover;
import dev.kycport.app.internal.call.FlowStart;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;

/** Starts the direct flow: sends the first code. */
public final class StartDirectOtp {

    private final Failover failover;
    private final ProviderDirectory providers;
    private final SendOtp sendOtp;
    private final KycEnvironment environment;

    public StartDirectOtp(Failover failover, ProviderDirectory providers, SendOtp sendOtp, KycEnvironment environment) {
        this.failover = failover;
        this.providers = providers;
        this.sendOtp = sendOtp;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> start(SessionId id, IdentityNumber number) {
        return failover.start(id, new FirstCode(number));
    }

    private final class FirstCode implements FlowStart {

        private final IdentityNumber number;

        FirstCode(IdentityNumber number) {
            this.number = number;
        }

        @Override
        public ProviderCall firstCall() {
            return ProviderCall.SEND_CODE;
        }

        @Override
        public boolean isSupportedBy(KycProvider provider) {
            return provider.directOtp()
                    .filter(gateway -> SendOtp.accepts(gateway, number))
                    .isPresent();
        }

        @Override
        public Either<KycFailure, StepResult> start(KycSession.Consented session) {
            return session.requestCode(providers.policies(session).otp(), environment.now())
                    .flatMap(intent -> sendOtp.send(session, intent, number));
        }
    }
}
