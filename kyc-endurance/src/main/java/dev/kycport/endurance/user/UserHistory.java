package dev.kycport.endurance.user;

import dev.kycport.domain.SessionId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What one person asked for and what they were told, over all lives of the process. Safe for use by many threads. */
public final class UserHistory {

    private final TestSubject testSubject;
    private final Map<UserStep, Integer> requestCounts = new EnumMap<>(UserStep.class);
    private final List<StepOutcome> outcomes = new ArrayList<>();
    private final List<String> bugs = new ArrayList<>();
    private boolean consentWithdrawn;

    UserHistory(TestSubject testSubject) {
        this.testSubject = testSubject;
    }

    public TestSubject subject() {
        return testSubject;
    }

    synchronized void onRequest(UserStep userStep) {
        requestCounts.merge(userStep, 1, Integer::sum);
    }

    synchronized void onOutcome(UserStep userStep, StepOutcome outcome) {
        outcomes.add(outcome);
        consentWithdrawn |= userStep == UserStep.WITHDRAW_CONSENT;
    }

    synchronized void onRefusal(UserStep userStep, String code) {
        if (code.startsWith(SimulatedUser.UNEXPECTED)) {
            bugs.add(userStep + " broke with " + code);
        }
    }

    /** How many requests of that kind were made. */
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

    /** Whether this person was told that their consent is taken back. */
    public synchronized boolean isConsentWithdrawn() {
        return consentWithdrawn;
    }

    /** The session, if anybody was ever told its name. */
    public synchronized Optional<SessionId> session() {
        return outcomes.stream().map(StepOutcome::session).findFirst();
    }

    /** The furthest they were told to have come. */
    public synchronized Optional<StepOutcome> latestOutcome() {
        return outcomes.stream().max((a, b) -> Long.compare(a.revision(), b.revision()));
    }

    boolean isFinished() {
        return latestOutcome().filter(StepOutcome::isFinal).isPresent();
    }
}
