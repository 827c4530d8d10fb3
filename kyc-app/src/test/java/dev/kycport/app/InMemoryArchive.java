package dev.kycport.app;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.SessionArchive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** An archive of one box after the other, each closed at some instant. */
public final class InMemoryArchive implements SessionArchive {

    private final List<ArchivedBatch> closed = new ArrayList<>();
    private List<String> open = new ArrayList<>();

    private record ArchivedBatch(List<String> lines, Instant closedAt) {}

    /** Puts nothing more into the box that is open. */
    public void closeBatch(Instant at) {
        closed.add(new ArchivedBatch(open, at));
        open = new ArrayList<>();
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>(open);
        closed.forEach(archivedBatch -> lines.addAll(archivedBatch.lines()));
        return lines;
    }

    @Override
    public void append(List<String> sessions) {
        open.addAll(sessions);
    }

    @Override
    public Count countExpired(Instant before, Set<SubjectRef> held) {
        List<ArchivedBatch> old = old(before);
        long stay =
                old.stream().filter(archivedBatch -> holds(archivedBatch, held)).count();
        return new Count(old.size() - stay, stay);
    }

    @Override
    public Count deleteExpired(Instant before, Supplier<Set<SubjectRef>> held) {
        Set<SubjectRef> kept = held.get();
        Count count = countExpired(before, kept);
        closed.removeAll(old(before).stream()
                .filter(archivedBatch -> !holds(archivedBatch, kept))
                .toList());
        return count;
    }

    private List<ArchivedBatch> old(Instant before) {
        return closed.stream()
                .filter(archivedBatch -> !archivedBatch.closedAt().isAfter(before))
                .toList();
    }

    private static boolean holds(ArchivedBatch archivedBatch, Set<SubjectRef> held) {
        return held.stream().anyMatch(subject -> archivedBatch.lines().contains(subject.value()));
    }
}
