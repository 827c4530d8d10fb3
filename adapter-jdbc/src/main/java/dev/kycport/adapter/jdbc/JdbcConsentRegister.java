package dev.kycport.adapter.jdbc;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.ConsentRegister;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The ledger as a book. Whoever reads all of it sees it as it was at one moment, and keeps nobody from adding to it. */
final class JdbcConsentRegister implements ConsentRegister {

    private final Database database;

    JdbcConsentRegister(Database database) {
        this.database = database;
    }

    @Override
    public List<ConsentId> consents(SubjectRef subject) {
        return database.read(handle -> LedgerRows.consents(handle, subject));
    }

    @Override
    public List<SessionId> sessions(ConsentId consent) {
        return database.read(handle -> SessionRows.under(handle, consent));
    }

    @Override
    public void read(Consumer<Link> reader) {
        database.readAll(handle -> {
            StoredLink.each(handle, link -> reader.accept(new Link(link.read(), link.position(), link.hash())));
            return Optional.empty();
        });
    }

    @Override
    public Check verify() {
        return database.readAll(JdbcConsentRegister::verify);
    }

    private static Check verify(Handle handle) {
        ChainCheck chains = new ChainCheck();
        StoredLink.each(handle, chains::look);
        return new Check(
                chains.consents(), chains.links(), chains.broken().or(() -> new SessionCheck(handle).firstBroken()));
    }
}
