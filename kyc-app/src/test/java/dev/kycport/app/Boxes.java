package dev.kycport.app;

import dev.kycport.domain.consent.SubjectRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** An archive of one box after the other, each closed at some instant. */
final class Boxes implements Archive {

    private final List<Box> closed = new ArrayList<>();
    private List<String> open = new ArrayList<>();

    private record Box(List<String> lines, Instant closedAt) {}

    /** Puts nothing more into the box that is open. */
    void close(Instant at) {
        closed.add(new Box(open, at));
        open = new ArrayList<>();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(open);
        closed.forEach(box -> lines.addAll(box.lines()));
        return lines;
    }

    @Override
    public void keep(List<String> sessions) {
        open.addAll(sessions);
    }

    @Override
    public Count due(Instant before, Set<SubjectRef> held) {
        List<Box> old = old(before);
        long stay = old.stream().filter(box -> holds(box, held)).count();
        return new Count(old.size() - stay, stay);
    }

    @Override
    public Count drop(Instant before, Supplier<Set<SubjectRef>> held) {
        Set<SubjectRef> kept = held.get();
        Count count = due(before, kept);
        closed.removeAll(old(before).stream().filter(box -> !holds(box, kept)).toList());
        return count;
    }

    private List<Box> old(Instant before) {
        return closed.stream().filter(box -> !box.closedAt().isAfter(before)).toList();
    }

    private static boolean holds(Box box, Set<SubjectRef> held) {
        return held.stream().anyMatch(subject -> box.lines().contains(subject.value()));
    }
}
