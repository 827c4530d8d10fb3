package dev.kycport.app.internal.call;

import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/**
 * One call to a provider: what is about to happen, how the provider is asked, and what its answer makes of the session. Each
 * use case implements it for its own call; {@link CallExecutor} runs it.
 *
 * @param <V> what the provider concludes
 */
public interface GatewayCall<V> {

    /** What is stored before the provider is asked. */
    ProviderCallIntent intent();

    /** Asks the provider. Runs once, after the consent is proved and the intent is stored. */
    Either<ProviderFailure, V> ask(ConsentProof proof);

    /** The session after the provider's verdict. */
    CallOutcome outcome(V verdict);

    /** The session after a call without a verdict. */
    CallOutcome failed(ProviderFailure failure);
}
