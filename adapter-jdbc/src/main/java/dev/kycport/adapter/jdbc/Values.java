package dev.kycport.adapter.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** The values of a statement in plain JDBC, in the order of its question marks. */
final class Values {

    private final PreparedStatement statement;
    private int position;

    Values(PreparedStatement statement) {
        this.statement = statement;
    }

    Values text(String text) throws SQLException {
        statement.setString(++position, text);
        return this;
    }

    Values text(Optional<String> text) throws SQLException {
        return text.isPresent() ? text(text.get()) : none(Types.VARCHAR);
    }

    Values number(long number) throws SQLException {
        statement.setLong(++position, number);
        return this;
    }

    Values number(int number) throws SQLException {
        statement.setInt(++position, number);
        return this;
    }

    Values number(Optional<Long> number) throws SQLException {
        return number.isPresent() ? number(number.get().longValue()) : none(Types.BIGINT);
    }

    Values bytes(Optional<byte[]> bytes) throws SQLException {
        if (bytes.isEmpty()) {
            return none(Types.BINARY);
        }
        statement.setBytes(++position, bytes.get());
        return this;
    }

    private Values none(int type) throws SQLException {
        statement.setNull(++position, type);
        return this;
    }

    /** Who knows them. */
    @FunctionalInterface
    interface Source {
        Values into(Values values) throws SQLException;
    }
}
