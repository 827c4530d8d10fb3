package dev.kycport.adapter.jdbc.internal.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** Binds values to a plain JDBC statement, in the order of its question marks. */
public final class StatementBinder {

    private final PreparedStatement statement;
    private int position;

    public StatementBinder(PreparedStatement statement) {
        this.statement = statement;
    }

    public StatementBinder text(String text) throws SQLException {
        statement.setString(++position, text);
        return this;
    }

    public StatementBinder text(Optional<String> text) throws SQLException {
        return text.isPresent() ? text(text.get()) : setNull(Types.VARCHAR);
    }

    public StatementBinder number(long number) throws SQLException {
        statement.setLong(++position, number);
        return this;
    }

    public StatementBinder number(int number) throws SQLException {
        statement.setInt(++position, number);
        return this;
    }

    public StatementBinder number(Optional<Long> number) throws SQLException {
        return number.isPresent() ? number(number.get().longValue()) : setNull(Types.BIGINT);
    }

    public StatementBinder bytes(Optional<byte[]> bytes) throws SQLException {
        if (bytes.isEmpty()) {
            return setNull(Types.BINARY);
        }
        statement.setBytes(++position, bytes.get());
        return this;
    }

    private StatementBinder setNull(int type) throws SQLException {
        statement.setNull(++position, type);
        return this;
    }

    /** Binds the values of one statement. */
    @FunctionalInterface
    public interface Parameters {
        StatementBinder bindTo(StatementBinder binder) throws SQLException;
    }
}
