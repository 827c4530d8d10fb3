package dev.kycport.endurance.user;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.StoreUnavailableException;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Supplier;

/** A subject on their way through their session. Safe for use by many threads, as people click twice. */
public final class SimulatedUser {

    /** What a step is refused with that met a store out of order; what the store says follows. */
    public static final String STORE_UNAVAILABLE = "store.unavailable";

    /** What a step is refused with that broke in any other way. */
    static final String UNEXPECTED = "bug.";

    private final TestSubject testSubject;
    private final ServiceDriver serviceDriver;
    private final StepListener stepListener;
    private Optional<KycSession> session = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    public SimulatedUser(TestSubject testSubject, ServiceDriver serviceDriver, StepListener stepListener) {
        this.testSubject = testSubject;
        this.serviceDriver = serviceDriver;
        this.stepListener = stepListener;
    }

    public TestSubject subject() {
        return testSubject;
    }

    /** Where this person last was told to be. */
    public synchronized Optional<KycSession> session() {
        return session;
    }

    /** Why the last step led nowhere, if it did not. */
    public synchronized Optional<String> lastRefusal() {
        return refusal;
    }

    /** Opens the session. */
    public boolean open() {
        return perform(UserStep.OPEN_SESSION, () -> serviceDriver.open(testSubject));
    }

    /** Takes up a session that an earlier life opened. */
    public boolean resume(SessionId id) {
        return perform(UserStep.FIND_SESSION, () -> serviceDriver.findSession(id));
    }

    /** Takes a step; false if it led nowhere. */
    public boolean perform(UserStep userStep) {
        KycSession at = session().orElseThrow();
        return perform(userStep, () -> serviceDriver.perform(userStep, testSubject, at));
    }

    private boolean perform(UserStep userStep, Supplier<Either<KycFailure, KycSession>> request) {
        stepListener.onRequest(testSubject, userStep);
        try {
            return request.get()
                    .peek(next -> onOutcome(userStep, next))
                    .peekLeft(failure -> onRefusal(userStep, failure.code()))
                    .isRight();
        } catch (StoreUnavailableException unavailable) {
            onRefusal(userStep, STORE_UNAVAILABLE + ": " + unavailable.getMessage());
            return false;
        } catch (RuntimeException bug) {
            onRefusal(userStep, UNEXPECTED + bug.getClass().getSimpleName());
            return false;
        }
    }

    private synchronized void onRefusal(UserStep userStep, String code) {
        stepListener.onRefusal(testSubject, userStep, code);
        refusal = Optional.of(code);
    }

    private synchronized void onOutcome(UserStep userStep, KycSession next) {
        stepListener.onOutcome(testSubject, userStep, StepOutcome.of(next));
        refusal = Optional.empty();
        session = session.filter(
                        current -> current.header().revision() > next.header().revision())
                .or(() -> Optional.of(next));
    }
}
