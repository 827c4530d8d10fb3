package dev.kycport.adapter.jdbc;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.ConsentRegister;
import java.util.List;
import java.util.function.Consumer;

/**
 * The ledger as a book, read page by page. Each page is as it was at one moment, which is enough: chains only grow, at their end,
 * and no read is so long that it keeps anybody from anything.
 */
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
        StoredLink.each(database, link -> reader.accept(new Link(link.read(), link.position(), link.hash())));
    }

    @Override
    public Check verify() {
        ChainCheck chains = new ChainCheck();
        StoredLink.each(database, chains::look);
        return new Check(
                chains.consents(), chains.links(), chains.broken().or(() -> new SessionCheck(database).firstBroken()));
    }
}
