package dev.kycport.tck;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every way to get a session store wrong that its contract claims to notice. */
enum BrokenSessionStores {
    ACKNOWLEDGES_A_CREATION_WITHOUT_STORING("a_created_session_is_found", () -> new ToyStores() {
        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> create(
                SessionSnapshot session, List<AuditEntry> entries) {
            return Either.right(session);
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
        public Either<SessionRejection.Busy, SessionSnapshot> create(
                SessionSnapshot session, List<AuditEntry> entries) {
            return stored(session, entries);
        }
    }),
    ACKNOWLEDGES_A_REPLACEMENT_WITHOUT_STORING("a_replaced_session_is_found_as_replaced", () -> new ToyStores() {
        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return Either.right(next);
        }
    }),
    LETS_THE_LAST_WRITE_WIN("a_stale_revision_is_busy_and_changes_nothing", () -> new ToyStores() {
        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return find(next.dossier().id()).isPresent() ? stored(next, entries) : busy();
        }
    }),
    REFUSES_ONLY_OLDER_REVISIONS("a_revision_from_the_future_is_busy_and_changes_nothing", () -> new ToyStores() {
        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return find(next.dossier().id())
                    .filter(stored -> stored.dossier().revision() <= expectedRevision)
                    .map(stored -> stored(next, entries))
                    .orElseGet(ToyStores::busy);
        }
    }),
    CREATES_WHAT_IT_IS_TO_REPLACE("an_unknown_session_cannot_be_replaced", () -> new ToyStores() {
        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return find(next.dossier().id()).isPresent()
                    ? super.replace(expectedRevision, next, entries)
                    : stored(next, entries);
        }
    }),
    SAVES_THE_STATE_WITHOUT_ITS_ENTRIES("entries_are_stored_with_the_state_they_describe", () -> new ToyStores() {
        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return super.replace(expectedRevision, next, List.of());
        }
    }),
    SAVES_ENTRIES_ON_A_CONFLICT("entries_of_a_refused_write_are_not_stored", () -> new ToyStores() {
        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            entries.forEach(this::append);
            return super.replace(expectedRevision, next, List.of());
        }
    }),
    CREATES_BEFORE_THE_ENTRIES_ARE_CERTAIN("a_creation_that_breaks_half_way_leaves_nothing", () -> new ToyStores() {
        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> create(
                SessionSnapshot session, List<AuditEntry> entries) {
            return super.create(session, List.of()).peek(created -> entries.forEach(this::append));
        }
    }),
    REPLACES_BEFORE_THE_ENTRIES_ARE_CERTAIN("a_replacement_that_breaks_half_way_leaves_nothing", () -> new ToyStores() {
        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> replace(
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
        public Either<SessionRejection.Busy, SessionSnapshot> create(
                SessionSnapshot session, List<AuditEntry> entries) {
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
        private final Meeting meeting = new Meeting();

        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return meets(
                            meeting,
                            find(next.dossier().id())
                                    .filter(stored -> stored.dossier().revision() == expectedRevision)
                                    .isPresent())
                    ? stored(next, entries)
                    : busy();
        }
    }),
    CREATES_TWICE_IN_A_RACE("of_many_creations_of_one_id_exactly_one_wins", () -> new ToyStores() {
        private final Meeting meeting = new Meeting();

        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> create(
                SessionSnapshot session, List<AuditEntry> entries) {
            return meets(meeting, find(session.dossier().id()).isEmpty()) ? stored(session, entries) : busy();
        }
    });

    final String caughtBy;
    final Supplier<ToyStores> stores;

    BrokenSessionStores(String caughtBy, Supplier<ToyStores> stores) {
        this.caughtBy = caughtBy;
        this.stores = stores;
    }

    // Time enough between looking and writing for another thread to look as well.
    private static boolean meets(Meeting meeting, boolean found) {
        if (found) {
            meeting.attend();
        }
        return found;
    }

    private static SessionSnapshot withoutPortrait(SessionSnapshot session) {
        return new SessionSnapshot(
                session.dossier(),
                session.state(),
                session.captcha(),
                session.otp(),
                session.authorization(),
                session.identity().map(BrokenSessionStores::withoutPortrait),
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
