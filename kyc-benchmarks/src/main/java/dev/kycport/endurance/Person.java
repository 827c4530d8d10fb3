package dev.kycport.endurance;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.StoreUnavailableException;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Supplier;

/** A subject on their way through their session. Safe for use by many threads, as people click twice. */
final class Person {

    /** What a step is refused with that met a store out of order; what the store says follows. */
    static final String STORE = "store.unavailable";

    /** What a step is refused with that broke in any other way. */
    static final String BUG = "bug.";

    private final Subject subject;
    private final Requests requests;
    private final Witness witness;
    private Optional<KycSession> session = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    Person(Subject subject, Requests requests, Witness witness) {
        this.subject = subject;
        this.requests = requests;
        this.witness = witness;
    }

    Subject subject() {
        return subject;
    }

    /** Where this person last was told to be. */
    synchronized Optional<KycSession> session() {
        return session;
    }

    /** Why the last step led nowhere, if it did not. */
    synchronized Optional<String> refusal() {
        return refusal;
    }

    /** Opens the session. */
    boolean open() {
        return told(Step.OPEN, () -> requests.open(subject));
    }

    /** Takes up a session that an earlier life opened. */
    boolean resume(SessionId id) {
        return told(Step.LOOK, () -> requests.look(id));
    }

    /** Takes a step; false if it led nowhere. */
    boolean take(Step step) {
        KycSession at = session().orElseThrow();
        return told(step, () -> requests.make(step, subject, at));
    }

    private boolean told(Step step, Supplier<Either<KycFailure, KycSession>> request) {
        witness.asked(subject, step);
        try {
            return request.get()
                    .peek(now -> landed(step, now))
                    .peekLeft(no -> refused(step, no.code()))
                    .isRight();
        } catch (StoreUnavailableException broken) {
            refused(step, STORE + ": " + broken.getMessage());
            return false;
        } catch (RuntimeException bug) {
            refused(step, BUG + bug.getClass().getSimpleName());
            return false;
        }
    }

    private synchronized void refused(Step step, String code) {
        witness.refused(subject, step, code);
        refusal = Optional.of(code);
    }

    private synchronized void landed(Step step, KycSession now) {
        witness.landed(subject, step, Landing.of(now));
        refusal = Optional.empty();
        session = session.filter(
                        before -> before.dossier().revision() > now.dossier().revision())
                .or(() -> Optional.of(now));
    }
}
