package dev.kycport.adapter.jdbc.internal.database.postgres;

import dev.kycport.adapter.jdbc.internal.database.DatabaseErrorTranslator;
import dev.kycport.ports.store.StoreUnavailableException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the application could rewrite the ledger: rights come by many ways, and only the server knows the sum of them. */
final class LedgerPrivilegeCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerPrivilegeCheck.class);

    // Whoever is or can become the owner may do anything; a superuser counts as a member of every role.
    private static final String CAN_REWRITE = "SELECT has_any_column_privilege('kyc_consent_event', 'UPDATE')"
            + " OR has_table_privilege('kyc_consent_event', 'DELETE, TRUNCATE')"
            + " OR pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = 'kyc_consent_event'::regclass";

    private LedgerPrivilegeCheck() {}

    /**
     * Confirms that the application can add to the ledger and no more.
     *
     * @param hasOwner whether another user owns the tables; a single one is warned of, since it may do everything
     * @throws StoreUnavailableException if another does, and yet this one can rewrite the ledger
     */
    static void check(DataSource user, boolean hasOwner) {
        if (!canRewrite(user)) {
            return;
        }
        if (hasOwner) {
            throw new StoreUnavailableException(
                    "kyc.store.user can change or delete consents, though kyc.store.owner-user"
                            + " owns them: it is a superuser, a member of the owner's role, or everybody (PUBLIC) was given the"
                            + " right; take that away");
        }
        LOG.warn("kyc.store.user can change and delete consents, since it owns the tables or was given the right: let"
                + " another user own them, and name it in kyc.store.owner-user");
    }

    private static boolean canRewrite(DataSource user) {
        return DatabaseErrorTranslator.translate(() -> Jdbi.create(user)
                .withHandle(handle ->
                        handle.createQuery(CAN_REWRITE).mapTo(Boolean.class).one()));
    }
}
