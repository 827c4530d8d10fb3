package dev.kycport.ports.gateway;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** The last step of both OTP flows. Thread-safe. A call takes no longer than the provider's call timeout. */
public interface OtpGateway {

    /**
     * Submits a code. Called once for each submission, after the attempt is spent and stored. Implementations never
     * repeat it, because the provider counts attempts too. Only a request that was {@linkplain
     * dev.kycport.ports.gateway turned away for its access token} may be made again, once.
     *
     * @param proof for {@code verify-code}
     * @param reference of the code, as the provider returned it when it sent the code
     * @return the verdict. Left if there is none. {@code provider.unreachable}, {@code provider.throttled}, {@code
     *     provider.credentials}, {@code provider.quota} and {@code source.down} prove that the attempt was not counted.
     *     After {@code provider.timed-out}, {@code source.timed-out}, {@code provider.unintelligible} and {@code
     *     provider.refused} it may have been. A reply that is not understood is never a verdict
     */
    Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code);

    /** Whether a virtual id is accepted in place of the Aadhaar number. */
    default boolean acceptsVirtualIds() {
        return false;
    }
}
