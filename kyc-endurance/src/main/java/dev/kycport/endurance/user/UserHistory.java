package dev.kycport.endurance.user;

import dev.kycport.domain.SessionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Requests and answers of one user across all worker processes. Thread-safe. */
public final class UserHistory {

    private final TestSubject subject;
    private final Map<UserStep, Integer> requestCounts = new EnumMap<>(UserStep.class);
    private final List<StepOutcome> outcomes = new ArrayList<>();
    private final List<String> bugs = new ArrayList<>();
    private boolean consentWithdrawn;

    UserHistory(TestSubject subject) {
        this.subject = subject;
    }

    public TestSubject subject() {
        return subject;
    }

    synchronized void onRequest(UserStep step) {
        requestCounts.merge(step, 1, Integer::sum);
    }

    synchronized void onOutcome(UserStep step, StepOutcome outcome) {
        outcomes.add(outcome);
        consentWithdrawn |= step == UserStep.WITHDRAW_CONSENT;
    }

    synchronized void onRefusal(UserStep step, String code) {
        if (code.startsWith(SimulatedUser.UNEXPECTED)) {
            bugs.add(step + " threw " + code);
        }
    }

    /** The number of requests of that kind. */
    public synchronized int requests(Predicate<UserStep> kind) {
        return requestCounts.entrySet().stream()
                .filter(entry -> kind.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public synchronized List<StepOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    public synchronized List<String> bugs() {
        return List.copyOf(bugs);
    }

    /** Whether an answer acknowledged the withdrawal of the consent. */
    public synchronized boolean isConsentWithdrawn() {
        return consentWithdrawn;
    }

    /** The session, if an answer contained its id. */
    public synchronized Optional<SessionId> session() {
        return outcomes.stream().map(StepOutcome::session).findFirst();
    }

    /** The acknowledged state with the highest revision. */
    public synchronized Optional<StepOutcome> latestOutcome() {
        return outcomes.stream().max(Comparator.comparingLong(StepOutcome::revision));
    }

    boolean isFinished() {
        return latestOutcome().filter(StepOutcome::isFinal).isPresent();
    }
}
