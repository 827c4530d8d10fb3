package dev.kycport.endurance.vendor;

import dev.kycport.endurance.user.TestSubject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** All calls that the vendor received, and those that no session can have caused. Thread-safe. */
public final class VendorCallLog {

    private final Map<TestSubject, Queue<RecordedCall>> calls = new ConcurrentHashMap<>();
    private final Queue<String> unknownCalls = new ConcurrentLinkedQueue<>();
    private final Set<TestSubject> updatedSubjects = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();

    void add(RecordedCall call) {
        calls.computeIfAbsent(call.subject(), subject -> new ConcurrentLinkedQueue<>())
                .add(call);
        updatedSubjects.add(call.subject());
        count.incrementAndGet();
    }

    /** Records a call that no session can have caused. */
    void recordUnknown(String description) {
        unknownCalls.add(description);
    }

    public List<RecordedCall> callsOf(TestSubject subject) {
        return List.copyOf(calls.getOrDefault(subject, new ConcurrentLinkedQueue<>()));
    }

    public List<RecordedCall> all() {
        return calls.values().stream().flatMap(Queue::stream).toList();
    }

    /** The subjects with new calls since the last call of this method. */
    public Set<TestSubject> drainUpdatedSubjects() {
        Set<TestSubject> taken = Set.copyOf(updatedSubjects);
        updatedSubjects.removeAll(taken);
        return taken;
    }

    public List<String> unknownCalls() {
        return List.copyOf(unknownCalls);
    }

    public long count() {
        return count.get();
    }
}
