package dev.kycport.adapter.jdbc;

import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A statement that goes back to its connection where others are closed. */
final class KeptStatement extends JDBC4PreparedStatement {

    private final KeepingConnection home;
    private final String text;

    KeptStatement(KeepingConnection home, String text) throws SQLException {
        super(home, text);
        this.home = home;
        this.text = text;
    }

    @Override
    public void close() throws SQLException {
        // The driver gives up a statement that failed in some ways, and all of a connection that is closed.
        if (pointer.isClosed() || !isKept()) {
            super.close();
        }
    }

    private boolean isKept() throws SQLException {
        rs.close();
        // What was bound may be a person's data: it does not stay.
        clearParameters();
        return home.keeps(text, this);
    }
}
