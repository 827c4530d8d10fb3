package dev.kycport.tck;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import io.vavr.control.Either;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Every way to get an audit trail wrong that its contract claims to notice. */
enum BrokenAuditTrails {
    DROPS_WHAT_COMES_ALONE("an_appended_entry_is_on_record", () -> new ToyStores() {
        @Override
        public void append(AuditEntry entry) {}
    }),
    SHOWS_EVERYBODYS_ENTRIES(
            BrokenAuditTrails::shared, "an_unknown_session_has_no_entries", "sessions_do_not_touch_each_other"),
    FORGETS_WHAT_TO_QUOTE("every_entry_is_restored_as_it_was", () -> new ToyStores() {
        @Override
        public List<AuditEntry> entries(SessionId session) {
            return super.entries(session).stream()
                    .map(BrokenAuditTrails::withoutTrace)
                    .toList();
        }
    }),
    SORTS_BY_TIME("entries_keep_the_order_in_which_they_were_stored", () -> new ToyStores() {
        @Override
        public List<AuditEntry> entries(SessionId session) {
            return super.entries(session).stream()
                    .sorted(Comparator.comparing(AuditEntry::at))
                    .toList();
        }
    }),
    KEEPS_ONE_OF_EACH("entries_keep_the_order_in_which_they_were_stored", () -> new ToyStores() {
        @Override
        public List<AuditEntry> entries(SessionId session) {
            return super.entries(session).stream().distinct().toList();
        }
    }),
    FINDS_THE_LATEST_INSTEAD_OF_THE_LAST("the_last_entry_is_the_one_that_was_stored_last", () -> new ToyStores() {
        @Override
        public Optional<AuditEntry> findLast(SessionId session) {
            return entries(session).stream().max(Comparator.comparing(AuditEntry::at));
        }
    }),
    KEEPS_TWO_TRAILS("what_comes_with_a_state_and_what_comes_alone_is_one_trail", () -> new ToyStores() {
        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return super.replace(expectedRevision, next, List.of());
        }
    }),
    HANDS_OUT_THE_LIST_ITSELF("a_list_handed_out_is_no_way_in", () -> new ToyStores() {
        @Override
        public List<AuditEntry> entries(SessionId session) {
            return inner(session);
        }
    }),
    DROPS_AN_ENTRY_UNDER_LOAD("many_threads_lose_nothing", () -> new ToyStores() {
        private final AtomicInteger load = new AtomicInteger();

        @Override
        public void append(AuditEntry entry) {
            if (load.incrementAndGet() != 50) {
                super.append(entry);
            }
        }
    }),
    REORDERS_UNDER_LOAD("many_threads_lose_nothing", () -> new ToyStores() {
        @Override
        public void append(AuditEntry entry) {
            inner(entry.session()).add(0, entry);
        }
    });

    final Set<String> caughtBy;
    final Supplier<ToyStores> stores;

    BrokenAuditTrails(String caughtBy, Supplier<ToyStores> stores) {
        this(stores, caughtBy);
    }

    BrokenAuditTrails(Supplier<ToyStores> stores, String... caughtBy) {
        this.caughtBy = Set.of(caughtBy);
        this.stores = stores;
    }

    private static ToyStores shared() {
        return new ToyStores() {
            @Override
            public List<AuditEntry> entries(SessionId session) {
                return all();
            }
        };
    }

    private static AuditEntry withoutTrace(AuditEntry entry) {
        return new AuditEntry(
                entry.session(),
                entry.at(),
                entry.kind(),
                entry.from(),
                entry.to(),
                entry.provider(),
                entry.call(),
                entry.code(),
                Optional.empty(),
                entry.number());
    }
}
