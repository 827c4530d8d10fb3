package dev.kycport.tck;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleAuditEntries;
import dev.kycport.tck.sample.SampleValues;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

/** What the contracts of the stores share: stores that are opened for one test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class StoresContract {

    private Stores opened;

    @SuppressWarnings("NullAway.Init")
    StoresContract() {}

    /** Stores with nothing in them. The kit closes them. */
    protected abstract Stores stores();

    @BeforeEach
    final void open() {
        opened = stores();
    }

    @AfterEach
    final void close() {
        opened.close();
    }

    final Stores underTest() {
        return opened;
    }

    /** A session that has just been opened and stored, without an entry. */
    final SessionSnapshot created() {
        SessionSnapshot session = SampleValues.anySnapshot();
        underTest().sessions().create(session, List.of()).get();
        return session;
    }

    final List<AuditEntry> trail(SessionSnapshot session) {
        return underTest().audit().entries(session.header().id());
    }

    /** Does what nobody may do to a list that is not theirs. */
    static void tryToEmpty(List<?> list) {
        try {
            list.clear();
        } catch (UnsupportedOperationException expected) {
            // It cannot be changed, which is one way to be safe.
        }
    }

    /** Entries that are distinguished by their code. */
    static List<AuditEntry> entries(SessionSnapshot session, String... codes) {
        SessionId id = session.header().id();
        List<AuditEntry> entries = new ArrayList<>();
        for (String code : codes) {
            entries.add(SampleAuditEntries.coded(id, code));
        }
        return entries;
    }
}
