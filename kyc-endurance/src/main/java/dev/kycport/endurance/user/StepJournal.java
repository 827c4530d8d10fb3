package dev.kycport.endurance.user;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that was asked and acknowledged, by person. */
public final class StepJournal implements StepListener {

    private final Map<TestSubject, UserHistory> stories = new ConcurrentSkipListMap<>();
    private final Set<TestSubject> updatedSubjects = ConcurrentHashMap.newKeySet();
    private final AtomicLong outcomeCount = new AtomicLong();
    private final Map<String, AtomicInteger> refusals = new ConcurrentSkipListMap<>();

    @Override
    public void onRequest(TestSubject testSubject, UserStep userStep) {
        historyOf(testSubject).onRequest(userStep);
    }

    @Override
    public void onOutcome(TestSubject testSubject, UserStep userStep, StepOutcome stepOutcome) {
        historyOf(testSubject).onOutcome(userStep, stepOutcome);
        outcomeCount.incrementAndGet();
    }

    @Override
    public void onRefusal(TestSubject testSubject, UserStep userStep, String code) {
        historyOf(testSubject).onRefusal(userStep, code);
        refusals.computeIfAbsent(code, unused -> new AtomicInteger()).incrementAndGet();
    }

    public Collection<UserHistory> histories() {
        return List.copyOf(stories.values());
    }

    private UserHistory historyOf(TestSubject testSubject) {
        updatedSubjects.add(testSubject);
        return stories.computeIfAbsent(testSubject, UserHistory::new);
    }

    /** What is known of them, which may be nothing. */
    public UserHistory history(TestSubject testSubject) {
        return stories.getOrDefault(testSubject, new UserHistory(testSubject));
    }

    /** Everyone with something new since this was last asked. */
    public Set<TestSubject> drainUpdatedSubjects() {
        Set<TestSubject> taken = Set.copyOf(updatedSubjects);
        updatedSubjects.removeAll(taken);
        return taken;
    }

    /** How often anybody was told where they are. */
    public long outcomeCount() {
        return outcomeCount.get();
    }

    /** How often which refusal was told. */
    public Map<String, AtomicInteger> refusals() {
        return refusals;
    }

    /** Those who are still on their way and whose session has a name. */
    public List<UserHistory> unfinished() {
        return histories().stream()
                .filter(userHistory -> userHistory.session().isPresent() && !userHistory.isFinished())
                .toList();
    }

    /** A number that no subject has yet. */
    public int nextNumber() {
        return stories.isEmpty()
                ? 0
                : histories().stream()
                                .mapToInt(userHistory -> userHistory.subject().number())
                                .max()
                                .getAsInt()
                        + 1;
    }
}
