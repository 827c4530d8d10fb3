package dev.kycport.app;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.util.function.Supplier;

/** For steps that must not fail because another one of the same session came at the same moment. */
final class Insistence {

    /** How often another step may be quicker before we say that the session is busy. */
    private static final int PATIENCE = 100;

    private Insistence() {}

    static <T> Either<KycFailure, T> on(Supplier<Either<KycFailure, T>> step) {
        Either<KycFailure, T> result = step.get();
        for (int i = 1; i < PATIENCE && result.isLeft() && isBusy(result.getLeft()); i++) {
            result = step.get();
        }
        return result;
    }

    private static boolean isBusy(KycFailure failure) {
        return failure instanceof SessionRejection.Busy;
    }
}
