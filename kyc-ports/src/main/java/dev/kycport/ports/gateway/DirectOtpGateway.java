package dev.kycport.ports.gateway;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** A provider that sends a code for a number alone. Thread-safe. */
public interface DirectOtpGateway extends OtpGateway {

    /**
     * Requests a code, sent to the mobile that is linked to the number. Called once for each code, after the intent is
     * stored. Implementations never repeat it, at any level of the transport: a person must not get two codes for one
     * request. Only a request that was {@linkplain dev.kycport.ports.gateway turned away for its access token} may be
     * made again, once.
     *
     * @param proof for {@code send-code}
     * @param number only sent to the provider
     * @return the verdict. Left if there is none. {@code provider.unreachable}, {@code provider.throttled}, {@code
     *     provider.credentials}, {@code provider.quota} and {@code source.down} prove that no code was sent. After
     *     {@code provider.timed-out}, {@code source.timed-out} and {@code provider.unintelligible} one may have been
     *     sent. {@code provider.refused} means that the provider says it did nothing
     */
    Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number);
}
