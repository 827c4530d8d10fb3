package dev.kycport.app;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.RetentionStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Sessions with one audit entry each, of which only the subject and the age matter. */
final class Shelved implements RetentionStore {

    private final List<Old> olds = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<Beside> beside = new ArrayList<>();

    private record Old(String subject, Instant openedAt) {}

    void put(String subject, Instant openedAt) {
        olds.add(new Old(subject, openedAt));
    }

    List<String> sessions() {
        return olds.stream().map(Old::subject).toList();
    }

    /** What went on record beside sessions. */
    List<Beside> beside() {
        return beside;
    }

    @Override
    public void record(Instant at, Instant before, Beside what) {
        if (what.isSomething()) {
            beside.add(what);
        }
    }

    @Override
    public long identitiesDue(Instant now) {
        return 0;
    }

    @Override
    public Count due(Instant before) {
        List<Old> due =
                olds.stream().filter(old -> old.openedAt().isBefore(before)).toList();
        long held = due.stream().filter(isHeld()).count();
        return new Count(due.size() - held, due.size() - held, held);
    }

    @Override
    public Count purge(Instant before, Instant now, Archive archive) throws IOException {
        Count count = due(before);
        List<Old> going = olds.stream()
                .filter(old -> old.openedAt().isBefore(before))
                .filter(isHeld().negate())
                .toList();
        if (!going.isEmpty()) {
            archive.keep(going.stream().map(Old::subject).toList());
        }
        olds.removeAll(going);
        return count;
    }

    @Override
    public List<Purge> purges() {
        return List.of();
    }

    @Override
    public boolean hold(SubjectRef subject, String reason, Instant now) {
        return holds.add(new Hold(subject, reason, now));
    }

    @Override
    public boolean release(SubjectRef subject) {
        return holds.removeIf(hold -> hold.subject().equals(subject));
    }

    @Override
    public List<Hold> holds() {
        return List.copyOf(holds);
    }

    private Predicate<Old> isHeld() {
        return old -> holds.stream().anyMatch(hold -> hold.subject().value().equals(old.subject()));
    }
}
