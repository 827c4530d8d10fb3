package dev.kycport.app.internal.session;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.util.function.Supplier;

/** For steps that must not fail because another one of the same session came at the same moment. */
public final class RetryOnConflict {

    /** How often another step may be quicker before we say that the session is busy. */
    private static final int MAX_ATTEMPTS = 100;

    private RetryOnConflict() {}

    public static <T> Either<KycFailure, T> retry(Supplier<Either<KycFailure, T>> step) {
        Either<KycFailure, T> result = step.get();
        for (int i = 1; i < MAX_ATTEMPTS && result.isLeft() && isBusy(result.getLeft()); i++) {
            result = step.get();
        }
        return result;
    }

    private static boolean isBusy(KycFailure failure) {
        return failure instanceof SessionRejection.Busy;
    }
}
