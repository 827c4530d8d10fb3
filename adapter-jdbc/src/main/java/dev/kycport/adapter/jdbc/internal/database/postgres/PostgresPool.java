package dev.kycport.adapter.jdbc.internal.database.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.postgresql.util.PSQLState;

/** The pool. If nobody got an answer while a caller waited for a connection, it is not the pool that is too small. */
final class PostgresPool extends HikariDataSource {

    private final CommitSupervisor supervisor;

    PostgresPool(HikariConfig config, CommitSupervisor supervisor) {
        super(config);
        this.supervisor = supervisor;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long before = supervisor.answers();
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException timedOut) {
            throw timedOut.getSQLState() == null && supervisor.answers() == before
                    ? new SQLTransientConnectionException("no answer", PSQLState.CONNECTION_FAILURE.getState())
                    : timedOut;
        }
    }

    @Override
    public void close() {
        super.close();
        supervisor.close();
    }
}
