package dev.kycport.ports.store;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;

/** Has a proof issued without recording the use, which only a class of the same package could. */
public final class UnrecordedProof {

    private UnrecordedProof() {}

    static Either<KycFailure, ConsentProof> issue(List<ConsentEvent> events, ConsentUse use, Instant now) {
        return ConsentProof.issue(events, use, now, Either::right);
    }
}
