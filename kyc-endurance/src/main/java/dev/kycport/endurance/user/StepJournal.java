package dev.kycport.endurance.user;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** All requests and answers, by test subject. Thread-safe. */
public final class StepJournal implements StepListener {

    private final Map<TestSubject, UserHistory> histories = new ConcurrentSkipListMap<>();
    private final Set<TestSubject> updatedSubjects = ConcurrentHashMap.newKeySet();
    private final AtomicLong outcomeCount = new AtomicLong();
    private final Map<String, AtomicInteger> refusals = new ConcurrentSkipListMap<>();

    @Override
    public void onRequest(TestSubject subject, UserStep step) {
        historyOf(subject).onRequest(step);
    }

    @Override
    public void onOutcome(TestSubject subject, UserStep step, StepOutcome outcome) {
        historyOf(subject).onOutcome(step, outcome);
        outcomeCount.incrementAndGet();
    }

    @Override
    public void onRefusal(TestSubject subject, UserStep step, String code) {
        historyOf(subject).onRefusal(step, code);
        refusals.computeIfAbsent(code, unused -> new AtomicInteger()).incrementAndGet();
    }

    public Collection<UserHistory> histories() {
        return List.copyOf(histories.values());
    }

    private UserHistory historyOf(TestSubject subject) {
        updatedSubjects.add(subject);
        return histories.computeIfAbsent(subject, UserHistory::new);
    }

    /** The history of that subject, which may be empty. */
    public UserHistory history(TestSubject subject) {
        return histories.getOrDefault(subject, new UserHistory(subject));
    }

    /** The subjects with new events since the last call. */
    public Set<TestSubject> drainUpdatedSubjects() {
        Set<TestSubject> taken = Set.copyOf(updatedSubjects);
        updatedSubjects.removeAll(taken);
        return taken;
    }

    /** The number of successful steps. */
    public long outcomeCount() {
        return outcomeCount.get();
    }

    /** The number of refusals by code. */
    public Map<String, AtomicInteger> refusals() {
        return refusals;
    }

    /** The users with a known session that has not reached a final state. */
    public List<UserHistory> unfinished() {
        return histories().stream()
                .filter(history -> history.session().isPresent() && !history.isFinished())
                .toList();
    }

    /** A number that no subject has so far. */
    public int nextNumber() {
        return histories.isEmpty()
                ? 0
                : histories().stream()
                                .mapToInt(history -> history.subject().number())
                                .max()
                                .getAsInt()
                        + 1;
    }
}
