package dev.kycport.ports.gateway;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** A provider that sends a code for a number alone. Safe for use by many threads. */
public interface DirectOtpGateway extends OtpGateway {

    /**
     * Asks for a code to be sent to the mobile linked to the number. Called once for each code; the intent is stored before.
     * An implementation never repeats it, whatever the transport does: a person must not get two codes for one request.
     *
     * @param proof for {@code send-code}
     * @param number goes to the provider and nowhere else
     * @return the verdict. Left if there is none: {@code provider.unreachable}, {@code provider.throttled},
     *     {@code provider.credentials}, {@code provider.quota} and {@code source.down} prove that no code was sent; after
     *     {@code provider.timed-out}, {@code source.timed-out} and {@code provider.unintelligible} one may be on its way;
     *     {@code provider.refused} is the provider's word that it did nothing
     */
    Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number);
}
