package dev.kycport.ports.gateway;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** What both OTP flows end with. Safe for use by many threads; a call takes no longer than the provider's patience. */
public interface OtpGateway {

    /**
     * Submits a code. Called once for each submission, after the attempt has been spent and stored; never repeated behind
     * the caller's back, since the provider counts attempts too.
     *
     * @param proof for {@code verify-code}
     * @param reference of the code, as the provider gave it when it sent the code
     * @return the verdict. Left if there is none: {@code provider.unreachable}, {@code provider.throttled},
     *     {@code provider.credentials}, {@code provider.quota} and {@code source.down} prove that the attempt was not
     *     counted; after {@code provider.timed-out}, {@code source.timed-out} and {@code provider.unintelligible} it may
     *     have been, and so may after {@code provider.refused}. A reply that is not understood is never a verdict
     */
    Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code);

    /** Whether a virtual id may stand for the Aadhaar number. */
    default boolean acceptsVirtualIds() {
        return false;
    }
}
