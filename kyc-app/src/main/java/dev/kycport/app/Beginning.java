package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.KycProvider;
import io.vavr.control.Either;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a flow begins, whoever serves it.
 *
 * @param call the first call
 * @param takes whether a provider can be asked that at all
 * @param step asks the session's provider
 */
record Beginning(
        ProviderCall call,
        Predicate<KycProvider> takes,
        Function<KycSession.Consented, Either<KycFailure, Progress>> step) {}
