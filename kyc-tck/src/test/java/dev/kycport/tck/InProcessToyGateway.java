package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider without a wire, at which every reference is good for one verification. */
final class InProcessToyGateway implements DirectOtpGateway {

    private final Set<ProviderReference> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger given = new AtomicInteger();
    private final Rendezvous rendezvous = new Rendezvous();
    private final boolean sharesField;
    private volatile ProviderReference last = SampleValues.anyReference();

    /** If it is forgetful, it looks up in a field which reference is being verified. */
    InProcessToyGateway(boolean sharesField) {
        this.sharesField = sharesField;
    }

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        ProviderReference reference = new ProviderReference("toy-" + given.incrementAndGet());
        open.add(reference);
        return Either.right(new SendVerdict.CodeSent(reference));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        last = reference;
        if (sharesField) {
            rendezvous.meet();
        }
        return Either.right(
                open.remove(sharesField ? last : reference)
                        ? new CodeVerdict.RightCode(SampleValues.anyIdentity(Flow.DIRECT_OTP))
                        : new SessionLost());
    }
}
