package dev.kycport.app.violation;

/** Makes exceptions of what should have been answers. */
public final class ThrowingUseCase {

    private ThrowingUseCase() {}

    static RuntimeException refuse() {
        return new UnsupportedOperationException("wrong code");
    }

    static RuntimeException fail() {
        return new WrongCode();
    }

    /** An exception that nobody named. */
    static final class WrongCode extends RuntimeException {}
}
