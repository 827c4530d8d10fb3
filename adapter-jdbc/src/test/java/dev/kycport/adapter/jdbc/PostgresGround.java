package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Stores;

/**
 * A database on the test server.
 *
 * @param opened stores on it that outlast a test: opening takes longer than most tests
 */
record PostgresGround(Rented rented, Stores opened) implements Ground {

    private static final String TABLES =
            "kyc_session, kyc_audit, kyc_consent_event, kyc_hold, kyc_purge, kyc_pending_code";

    static PostgresGround rent() {
        Rented rented = TestPostgres.database();
        return new PostgresGround(rented, rented.open());
    }

    @Override
    public TestSettings settings() {
        return rented.settings();
    }

    @Override
    public Stores open() {
        return new Stores(
                opened.sessions(), opened.consents(), opened.audit(), opened.pending(), opened.keeping(), () -> {});
    }

    @Override
    public Stores open(TestSettings settings) {
        return new JdbcStores().open(rented.url(), settings);
    }

    @Override
    public void tamper(String sql) {
        rented.asOwner(sql);
    }

    /** What the application could do to them. */
    void asApplication(String sql) {
        try (Database database = Postgres.open(rented.url(), new StoreSettings(settings()))) {
            database.writeOne(handle -> handle.execute(sql));
        }
    }

    /** Does the work while the owner of the tables holds what that query locks. */
    void whileLocked(String query, Runnable work) {
        rented.asOwner(query, work);
    }

    /** Ready for the next test. */
    @Override
    public void close() {
        rented.clear(TABLES);
    }
}
