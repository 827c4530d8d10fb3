package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.SendVerdict;
import dev.kycport.ports.SessionLost;
import io.vavr.control.Either;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider without a wire, at which every reference is good for one verification. */
final class LoneToy implements DirectOtpGateway {

    private final Set<ProviderReference> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger given = new AtomicInteger();
    private final Meeting meeting = new Meeting();
    private final boolean forgetful;
    private volatile ProviderReference last = Sample.anyReference();

    /** If it is forgetful, it looks up in a field which reference is being verified. */
    LoneToy(boolean forgetful) {
        this.forgetful = forgetful;
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
        if (forgetful) {
            meeting.attend();
        }
        return Either.right(
                open.remove(forgetful ? last : reference)
                        ? new CodeVerdict.RightCode(Sample.anyIdentity(Flow.DIRECT_OTP))
                        : new SessionLost());
    }
}
