package dev.kycport.app.internal.call;

import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;

/** The first step of a flow, at whichever provider of the route serves it. */
public interface FlowStart {

    /** The first call of the flow. */
    ProviderCall firstCall();

    /** Whether the provider can be asked for that call at all. */
    boolean isSupportedBy(KycProvider provider);

    /** Makes the first call at the session's provider. */
    Either<KycFailure, StepResult> start(KycSession.Consented session);
}
