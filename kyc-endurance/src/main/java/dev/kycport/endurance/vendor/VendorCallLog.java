package dev.kycport.endurance.vendor;

import dev.kycport.endurance.user.TestSubject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Every call that the vendor saw, and every one that made no sense to it. Safe for use by many threads. */
public final class VendorCallLog {

    private final Map<TestSubject, Queue<RecordedCall>> calls = new ConcurrentHashMap<>();
    private final Queue<String> unknownCalls = new ConcurrentLinkedQueue<>();
    private final Set<TestSubject> updatedSubjects = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();

    void add(RecordedCall recordedCall) {
        calls.computeIfAbsent(recordedCall.subject(), testSubject -> new ConcurrentLinkedQueue<>())
                .add(recordedCall);
        updatedSubjects.add(recordedCall.subject());
        count.incrementAndGet();
    }

    /** A call that no session can have led to. */
    void recordUnknown(String description) {
        unknownCalls.add(description);
    }

    public List<RecordedCall> callsOf(TestSubject testSubject) {
        return List.copyOf(calls.getOrDefault(testSubject, new ConcurrentLinkedQueue<>()));
    }

    public List<RecordedCall> all() {
        return calls.values().stream().flatMap(Queue::stream).toList();
    }

    /** Everyone seen since this was last asked. */
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
