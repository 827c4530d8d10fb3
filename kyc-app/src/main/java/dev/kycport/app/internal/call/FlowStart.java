package dev.kycport.app.internal.call;

import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a flow begins, whoever serves it.
 *
 * @param call the first call
 * @param isSupported whether a provider can be asked that at all
 * @param start asks the session's provider
 */
public record FlowStart(
        ProviderCall call,
        Predicate<KycProvider> isSupported,
        Function<KycSession.Consented, Either<KycFailure, StepResult>> start) {}
