package dev.kycport.ports.violation;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.otp.OtpCode;
import io.vavr.control.Either;

/** Asks a provider without anyone's consent. */
public interface ProoflessGateway {

    Either<ProviderFailure, String> verify(OtpCode code);
}
