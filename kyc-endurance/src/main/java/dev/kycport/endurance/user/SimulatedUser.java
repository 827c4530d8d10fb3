package dev.kycport.endurance.user;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.StoreUnavailableException;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Supplier;

/** A user who takes one session through its steps. Thread-safe, because users click twice. */
public final class SimulatedUser {

    /** Refusal code of a step that threw {@link StoreUnavailableException}; its message follows. */
    public static final String STORE_UNAVAILABLE = "store.unavailable";

    /** Prefix of the refusal code of a step that threw anything else. */
    static final String UNEXPECTED = "bug.";

    private final TestSubject subject;
    private final ServiceDriver driver;
    private final StepListener listener;
    private Optional<KycSession> session = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    public SimulatedUser(TestSubject subject, ServiceDriver driver, StepListener listener) {
        this.subject = subject;
        this.driver = driver;
        this.listener = listener;
    }

    public TestSubject subject() {
        return subject;
    }

    /** The newest session state that an answer contained. */
    public synchronized Optional<KycSession> session() {
        return session;
    }

    /** The code of the last refusal, unless the last step succeeded. */
    public synchronized Optional<String> lastRefusal() {
        return refusal;
    }

    /** Opens the session. */
    public boolean open() {
        return perform(UserStep.OPEN_SESSION, () -> driver.open(subject));
    }

    /** Loads a session that an earlier process opened. */
    public boolean resume(SessionId id) {
        return perform(UserStep.FIND_SESSION, () -> driver.findSession(id));
    }

    /** Performs a step; false if it was refused. */
    public boolean perform(UserStep step) {
        KycSession at = session().orElseThrow();
        return perform(step, () -> driver.perform(step, subject, at));
    }

    private boolean perform(UserStep step, Supplier<Either<KycFailure, KycSession>> request) {
        listener.onRequest(subject, step);
        try {
            return request.get()
                    .peek(next -> onOutcome(step, next))
                    .peekLeft(failure -> onRefusal(step, failure.code()))
                    .isRight();
        } catch (StoreUnavailableException unavailable) {
            onRefusal(step, STORE_UNAVAILABLE + ": " + unavailable.getMessage());
            return false;
        } catch (RuntimeException bug) {
            onRefusal(step, UNEXPECTED + bug.getClass().getSimpleName());
            return false;
        }
    }

    private synchronized void onRefusal(UserStep step, String code) {
        listener.onRefusal(subject, step, code);
        refusal = Optional.of(code);
    }

    private synchronized void onOutcome(UserStep step, KycSession next) {
        listener.onOutcome(subject, step, StepOutcome.of(next));
        refusal = Optional.empty();
        session = session.filter(
                        current -> current.header().revision() > next.header().revision())
                .or(() -> Optional.of(next));
    }
}
