package dev.kycport.adapter.jdbc.internal.database;

import dev.kycport.ports.store.StoreUnavailableException;

/** The driver of a database, which the host adds to its class path. */
public enum JdbcDriver {
    SQLITE("org.sqlite.JDBC", "SQLite", "org.xerial:sqlite-jdbc"),
    POSTGRES("org.postgresql.Driver", "PostgreSQL", "org.postgresql:postgresql");

    private final String type;
    private final String database;
    private final String artifact;

    JdbcDriver(String type, String database, String artifact) {
        this.type = type;
        this.database = database;
        this.artifact = artifact;
    }

    /**
     * Checks that the driver is on the class path.
     *
     * @throws StoreUnavailableException if it is not; the message names the artifact to add
     */
    public void require() {
        try {
            Class.forName(type, false, JdbcDriver.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new StoreUnavailableException("kyc.store.url names a " + database
                    + " database, but its driver is not on the class path: add " + artifact);
        }
    }
}
