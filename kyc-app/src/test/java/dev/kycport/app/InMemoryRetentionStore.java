package dev.kycport.app;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.RetentionStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Sessions with one audit entry each, of which only the subject and the age matter. */
public final class InMemoryRetentionStore implements RetentionStore {

    private final List<OldSession> olds = new ArrayList<>();
    private final List<LegalHold> holds = new ArrayList<>();
    private final List<PurgeExtras> beside = new ArrayList<>();

    private record OldSession(String subject, Instant openedAt) {}

    public void put(String subject, Instant openedAt) {
        olds.add(new OldSession(subject, openedAt));
    }

    public List<String> sessions() {
        return olds.stream().map(OldSession::subject).toList();
    }

    /** What went on record beside sessions. */
    public List<PurgeExtras> extras() {
        return beside;
    }

    @Override
    public void recordPurge(Instant at, Instant before, PurgeExtras what) {
        if (what.isNonEmpty()) {
            beside.add(what);
        }
    }

    @Override
    public long countExpiredIdentities(Instant now) {
        return 0;
    }

    @Override
    public PurgeCounts countPurgeable(Instant before) {
        List<OldSession> due = olds.stream()
                .filter(oldSession -> oldSession.openedAt().isBefore(before))
                .toList();
        long held = due.stream().filter(isHeld()).count();
        return new PurgeCounts(due.size() - held, due.size() - held, held);
    }

    @Override
    public PurgeCounts purge(Instant before, Instant now, ArchiveSink archive) throws IOException {
        PurgeCounts purgeCounts = countPurgeable(before);
        List<OldSession> going = olds.stream()
                .filter(oldSession -> oldSession.openedAt().isBefore(before))
                .filter(isHeld().negate())
                .toList();
        if (!going.isEmpty()) {
            archive.append(going.stream().map(OldSession::subject).toList());
        }
        olds.removeAll(going);
        return purgeCounts;
    }

    @Override
    public List<Purge> findPurges() {
        return List.of();
    }

    @Override
    public boolean placeHold(SubjectRef subject, String reason, Instant now) {
        return holds.add(new LegalHold(subject, reason, now));
    }

    @Override
    public boolean releaseHold(SubjectRef subject) {
        return holds.removeIf(legalHold -> legalHold.subject().equals(subject));
    }

    @Override
    public List<LegalHold> findHolds() {
        return List.copyOf(holds);
    }

    private Predicate<OldSession> isHeld() {
        return oldSession ->
                holds.stream().anyMatch(legalHold -> legalHold.subject().value().equals(oldSession.subject()));
    }
}
