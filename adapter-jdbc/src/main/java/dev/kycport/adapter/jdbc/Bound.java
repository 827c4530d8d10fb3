package dev.kycport.adapter.jdbc;

import java.sql.Types;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;

/**
 * Values for the statements that every step makes. Jdbi finds out by itself how a value of any type is bound, which here was
 * more than half of what it added to plain JDBC; these know.
 */
final class Bound {

    private Bound() {}

    static Argument text(String text) {
        return (position, statement, context) -> statement.setString(position, text);
    }

    static Argument text(Optional<String> text) {
        return (position, statement, context) -> {
            if (text.isPresent()) {
                statement.setString(position, text.get());
            } else {
                statement.setNull(position, Types.VARCHAR);
            }
        };
    }

    static Argument number(long number) {
        return (position, statement, context) -> statement.setLong(position, number);
    }

    static Argument number(int number) {
        return (position, statement, context) -> statement.setInt(position, number);
    }

    static Argument number(Optional<Long> number) {
        return (position, statement, context) -> {
            if (number.isPresent()) {
                statement.setLong(position, number.get());
            } else {
                statement.setNull(position, Types.BIGINT);
            }
        };
    }

    static Argument bytes(Optional<byte[]> bytes) {
        return (position, statement, context) -> {
            if (bytes.isPresent()) {
                statement.setBytes(position, bytes.get());
            } else {
                statement.setNull(position, Types.BINARY);
            }
        };
    }
}
