package dev.kycport.adapter.jdbc.internal.database.postgres;

import dev.kycport.adapter.jdbc.internal.database.DatabaseErrorTranslator;
import dev.kycport.ports.store.StoreUnavailableException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks whether the application could rewrite the ledger. Only the server knows the sum of all grants. */
final class LedgerPrivilegeCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerPrivilegeCheck.class);

    // The owner, and any member of its role, may do anything. A superuser counts as a member of every role.
    private static final String CAN_REWRITE = "SELECT has_any_column_privilege('kyc_consent_event', 'UPDATE')"
            + " OR has_table_privilege('kyc_consent_event', 'DELETE, TRUNCATE')"
            + " OR pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = 'kyc_consent_event'::regclass";

    private LedgerPrivilegeCheck() {}

    /**
     * Confirms that the application can only read the ledger and add to it.
     *
     * @param hasOwner whether another user owns the tables; without one this only logs a warning
     * @throws StoreUnavailableException if another user owns the tables, but this one can rewrite the ledger
     */
    static void check(DataSource user, boolean hasOwner) {
        if (!canRewrite(user)) {
            return;
        }
        if (hasOwner) {
            throw new StoreUnavailableException(
                    "kyc.store.user can change or delete consents although kyc.store.owner-user owns them: it is a"
                            + " superuser, a member of the owner's role, or PUBLIC has the privilege; revoke that");
        }
        LOG.warn("kyc.store.user can change and delete consents, because it owns the tables or has the privilege: let"
                + " another user own them, and name that user in kyc.store.owner-user");
    }

    private static boolean canRewrite(DataSource user) {
        return DatabaseErrorTranslator.translate(() -> Jdbi.create(user)
                .withHandle(handle ->
                        handle.createQuery(CAN_REWRITE).mapTo(Boolean.class).one()));
    }
}
