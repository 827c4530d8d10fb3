package dev.kycport.tck;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Every way to get a session store wrong that its contract claims to notice. */
enum BrokenSessionStores {
    ACKNOWLEDGES_A_CREATION_WITHOUT_STORING("a_created_session_is_found", () -> new ToyStores() {
        @Override
        public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
            return Either.right(session);
        }
    }),
    FORGETS_WHO_A_SESSION_IS_FOR("the_live_sessions_of_a_person_are_found_the_latest_first", () -> new ToyStores() {
        @Override
        public List<SessionId> findLive(SubjectRef subject) {
            return List.of();
        }
    }),
    FINDS_SESSIONS_THAT_ARE_OVER("sessions_of_others_and_those_that_are_over_are_not_live", () -> new ToyStores() {
        private final List<SessionSnapshot> created = new ArrayList<>();

        @Override
        public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
            created.add(session);
            return super.create(session, entries);
        }

        @Override
        public List<SessionId> findLive(SubjectRef subject) {
            return created.stream()
                    .map(SessionSnapshot::header)
                    .filter(header -> header.subject().equals(subject))
                    .map(SessionHeader::id)
                    .toList();
        }
    }),
    FINDS_SOMETHING_IN_ANY_CASE("an_unknown_session_is_nothing", () -> new ToyStores() {
        @Override
        public Optional<SessionSnapshot> find(SessionId id) {
            return super.find(id).or(this::any);
        }
    }),
    FORGETS_THE_PORTRAIT("every_state_is_restored_as_it_was", () -> new ToyStores() {
        @Override
        public Optional<SessionSnapshot> find(SessionId id) {
            return super.find(id).map(BrokenSessionStores::withoutPortrait);
        }
    }),
    CREATES_OVER_WHAT_IS_THERE("a_taken_id_is_busy_and_changes_nothing", () -> new ToyStores() {
        @Override
        public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
            return stored(session, entries);
        }
    }),
    ACKNOWLEDGES_A_REPLACEMENT_WITHOUT_STORING("a_replaced_session_is_found_as_replaced", () -> new ToyStores() {
        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return Either.right(next);
        }
    }),
    LETS_THE_LAST_WRITE_WIN("a_stale_revision_is_busy_and_changes_nothing", () -> new ToyStores() {
        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return find(next.header().id()).isPresent() ? stored(next, entries) : busy();
        }
    }),
    REFUSES_ONLY_OLDER_REVISIONS("a_revision_from_the_future_is_busy_and_changes_nothing", () -> new ToyStores() {
        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return find(next.header().id())
                    .filter(stored -> stored.header().revision() <= expectedRevision)
                    .map(stored -> stored(next, entries))
                    .orElseGet(ToyStores::busy);
        }
    }),
    CREATES_WHAT_IT_IS_TO_REPLACE("an_unknown_session_cannot_be_replaced", () -> new ToyStores() {
        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return find(next.header().id()).isPresent()
                    ? super.replace(expectedRevision, next, entries)
                    : stored(next, entries);
        }
    }),
    SAVES_THE_STATE_WITHOUT_ITS_ENTRIES("entries_are_stored_with_the_state_they_describe", () -> new ToyStores() {
        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return super.replace(expectedRevision, next, List.of());
        }
    }),
    SAVES_ENTRIES_ON_A_CONFLICT("entries_of_a_refused_write_are_not_stored", () -> new ToyStores() {
        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            entries.forEach(this::append);
            return super.replace(expectedRevision, next, List.of());
        }
    }),
    CREATES_BEFORE_THE_ENTRIES_ARE_CERTAIN("a_creation_that_breaks_half_way_leaves_nothing", () -> new ToyStores() {
        @Override
        public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
            return super.create(session, List.of()).peek(created -> entries.forEach(this::append));
        }
    }),
    REPLACES_BEFORE_THE_ENTRIES_ARE_CERTAIN("a_replacement_that_breaks_half_way_leaves_nothing", () -> new ToyStores() {
        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return super.replace(expectedRevision, next, List.of()).peek(done -> entries.forEach(this::append));
        }
    }),
    SHOWS_EVERYBODYS_ENTRIES("sessions_do_not_touch_each_other", () -> new ToyStores() {
        @Override
        public List<AuditEntry> entries(SessionId session) {
            return all();
        }
    }),
    KEEPS_THE_LIST_IT_WAS_GIVEN("a_list_that_changes_afterwards_changes_nothing_stored", () -> new ToyStores() {
        private List<AuditEntry> given = List.of();

        @Override
        public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
            given = entries;
            return super.create(session, List.of());
        }

        @Override
        public List<AuditEntry> entries(SessionId session) {
            List<AuditEntry> both = new ArrayList<>(given);
            both.addAll(super.entries(session));
            return both;
        }
    }),
    LOSES_A_CONCURRENT_UPDATE("of_many_replacements_of_one_revision_exactly_one_wins", () -> new ToyStores() {
        private final Rendezvous rendezvous = new Rendezvous();

        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return meets(
                            rendezvous,
                            find(next.header().id())
                                    .filter(stored -> stored.header().revision() == expectedRevision)
                                    .isPresent())
                    ? stored(next, entries)
                    : busy();
        }
    }),
    CREATES_TWICE_IN_A_RACE("of_many_creations_of_one_id_exactly_one_wins", () -> new ToyStores() {
        private final Rendezvous rendezvous = new Rendezvous();

        @Override
        public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
            return meets(rendezvous, find(session.header().id()).isEmpty()) ? stored(session, entries) : busy();
        }
    }),
    SETTLES_WITHOUT_ENTRIES("a_due_session_is_settled_with_its_entries", () -> new ToyStores() {
        @Override
        public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
            return super.reconcileDue(
                    now, due -> settle.apply(due).map(reconciled -> new Reconciled(reconciled.next(), List.of())));
        }
    }),
    SETTLES_A_MOMENT_TOO_LATE("exactly_what_is_due_is_handed_over", () -> new ToyStores() {
        @Override
        boolean isPast(Instant due, Instant now) {
            return due.isBefore(now);
        }
    }),
    SETTLES_IN_ANY_ORDER("the_longest_due_comes_first", () -> new ToyStores() {
        @Override
        public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
            List<SessionSnapshot> due = new ArrayList<>(due(now));
            Collections.reverse(due);
            return (int) due.stream()
                    .filter(session -> reconcile(session.header().id(), now, settle))
                    .count();
        }
    }),
    STOPS_AT_WHAT_IS_LEFT_ALONE("what_is_left_alone_stays_as_it_is_and_is_seen_once_a_round", () -> new ToyStores() {
        @Override
        public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
            return (int) due(now).stream()
                    .takeWhile(session -> reconcile(session.header().id(), now, settle))
                    .count();
        }
    }),
    COMES_BACK_TO_WHAT_IT_SETTLED("what_is_settled_is_not_seen_again_in_the_same_round", () -> new ToyStores() {
        @Override
        public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
            return super.reconcileDue(now, settle) + super.reconcileDue(now, settle);
        }
    }),
    SETTLES_ALL_OR_NOTHING("what_settle_throws_ends_the_round_and_leaves_what_was_stored", () -> new ToyStores() {
        @Override
        public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
            List<Reconciled> settled =
                    due(now).stream().flatMap(due -> settle.apply(due).stream()).toList();
            settled.forEach(one -> stored(one.next(), one.entries()));
            return settled.size();
        }
    }),
    SETTLES_OVER_A_LIVE_STEP("a_live_step_and_settling_never_undo_each_other", () -> new ToyStores() {
        private final Rendezvous rendezvous = new Rendezvous();

        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            rendezvous.meet();
            Either<KycFailure, SessionSnapshot> replaced = super.replace(expectedRevision, next, entries);
            rendezvous.meet();
            return replaced;
        }

        @Override
        public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
            List<Reconciled> settled =
                    due(now).stream().flatMap(due -> settle.apply(due).stream()).toList();
            rendezvous.meet();
            rendezvous.meet();
            settled.forEach(one -> stored(one.next(), one.entries()));
            return settled.size();
        }
    }),
    SETTLES_TWICE_IN_A_RACE("of_many_who_settle_at_once_each_session_is_settled_by_one", () -> new ToyStores() {
        private final Rendezvous rendezvous = new Rendezvous();

        @Override
        public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
            List<Reconciled> settled =
                    due(now).stream().flatMap(due -> settle.apply(due).stream()).toList();
            meets(rendezvous, !settled.isEmpty());
            settled.forEach(one -> stored(one.next(), one.entries()));
            return settled.size();
        }
    }),
    SETTLES_WHAT_HAS_MOVED_ON("a_step_that_is_made_while_settle_decides_wins", () -> new ToyStores() {
        @Override
        boolean store(SessionSnapshot before, Reconciled reconciled) {
            stored(reconciled.next(), reconciled.entries());
            return true;
        }
    }),
    TELLS_BEFORE_IT_STORES("whoever_settles_is_told_once_it_is_stored", () -> new ToyStores() {
        @Override
        boolean store(SessionSnapshot before, Reconciled reconciled) {
            reconciled.afterCommit().run();
            return super.store(before, new Reconciled(reconciled.next(), reconciled.entries()));
        }
    }),
    LOCKS_THE_LEDGER_WHILE_IT_SETTLES("the_ledger_can_be_read_while_a_session_is_settled", SingleConnectionStores::new),
    OVERLOOKS_A_WITHDRAWAL("whatever_is_kept_under_a_withdrawn_consent_is_due_at_once", () -> new ToyStores() {
        @Override
        boolean isWithdrawn(SessionSnapshot session) {
            return false;
        }
    });

    final String caughtBy;
    final Supplier<ToyStores> stores;

    BrokenSessionStores(String caughtBy, Supplier<ToyStores> stores) {
        this.caughtBy = caughtBy;
        this.stores = stores;
    }

    // Time enough between looking and writing for another thread to look as well.
    private static boolean meets(Rendezvous rendezvous, boolean found) {
        if (found) {
            rendezvous.meet();
        }
        return found;
    }

    private static SessionSnapshot withoutPortrait(SessionSnapshot session) {
        return new SessionSnapshot(
                session.header(),
                session.state(),
                session.captcha(),
                session.otp(),
                session.authorization(),
                session.identity().map(BrokenSessionStores::withoutPortrait),
                session.keptUntil(),
                session.assurance(),
                session.endReason());
    }

    private static VerifiedIdentity withoutPortrait(VerifiedIdentity person) {
        return new VerifiedIdentity(
                person.name(),
                person.birthDate(),
                person.gender(),
                person.address(),
                Optional.empty(),
                person.number(),
                person.documents(),
                person.assurance());
    }
}
