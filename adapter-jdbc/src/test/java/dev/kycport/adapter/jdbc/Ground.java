package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Stores;

/** A database to stand on, whichever it is, and the way around everything that guards it. */
interface Ground extends AutoCloseable {

    /** Stores on it. */
    Stores open();

    /** Another opening of the same database, as another node would have it. */
    Stores open(TestSettings settings);

    /** Settings that open it. */
    TestSettings settings();

    /** What whoever owns the tables can do to them. */
    void tamper(String sql);

    @Override
    void close();
}
