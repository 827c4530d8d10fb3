package dev.kycport.app.internal.session;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.util.function.Supplier;

/** Retries a step that must not fail because another step of the same session was stored first. */
public final class RetryOnConflict {

    private static final int MAX_ATTEMPTS = 100;

    private RetryOnConflict() {}

    /** The result of the first attempt that is not {@code session.busy}, or of the last one. */
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
