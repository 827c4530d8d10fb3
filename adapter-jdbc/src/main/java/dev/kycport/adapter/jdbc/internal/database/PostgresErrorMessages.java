package dev.kycport.adapter.jdbc.internal.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sentences for the operator, by PostgreSQL's SQLState (appendix A of its manual). */
public final class PostgresErrorMessages {

    /** Our own state for a commit that the server reports as possibly not replicated. */
    public static final String NOT_REPLICATED = "KYC01";

    private static final String LOGIN_FAILED =
            "PostgreSQL refuses the user or the password: look at kyc.store.user and kyc.store.password, or at"
                    + " owner-user and owner-password; an environment variable that is not set leaves them empty";

    private static final String ENCRYPTION_FAILED =
            "the connection to PostgreSQL cannot be encrypted as kyc.store.url asks: look whether the server offers"
                    + " TLS, whether sslrootcert is there, and whether its certificate is for that host";

    private static final String WRONG_HOST_NAME =
            "the certificate of PostgreSQL is not for the host name in kyc.store.url: use the name that the certificate has,"
                    + " or have one issued for this name";

    private static final String STATEMENT_LOST =
            "the connection lost its prepared statements, as behind a pooler in transaction mode: let the"
                    + " pooler work in session mode";

    // The driver has no state for TLS failures, but each of its messages or exceptions names SSL.
    private static final Pattern ENCRYPTION = Pattern.compile("\\bSSL\\b|\\.ssl\\.");

    // The message is in the language of the JVM, but quotes the verifier's class.
    private static final Pattern HOST_NAME = Pattern.compile("HostnameVerifier", Pattern.CASE_INSENSITIVE);

    private static final String UNREACHABLE =
            "PostgreSQL cannot be reached or does not answer in time: look whether it runs, and at kyc.store.url";

    private PostgresErrorMessages() {}

    static String describe(SQLException error) {
        String state = error.getSQLState();
        if (state == null || state.length() != 5) {
            return error instanceof SQLTransientConnectionException
                    ? describePoolTimeout(String.valueOf(error.getMessage()))
                    : "the database failed without an error code";
        }
        return describe(error, state) + (state.equals(NOT_REPLICATED) ? "" : " (SQLState " + state + ")");
    }

    private static String describe(SQLException error, String state) {
        if (state.startsWith("08") && mentions(error, HOST_NAME)) {
            return WRONG_HOST_NAME;
        }
        return state.startsWith("08") && mentions(error, ENCRYPTION) ? ENCRYPTION_FAILED : describe(state);
    }

    private static boolean mentions(SQLException error, Pattern what) {
        return Stream.<Throwable>iterate(error, Objects::nonNull, Throwable::getCause)
                .anyMatch(part -> what.matcher(part.toString()).find());
    }

    // The message of the pool has counts: with no connection at all, the pool is not too small.
    private static String describePoolTimeout(String poolMessage) {
        return poolMessage.contains("total=0,")
                ? UNREACHABLE
                : "no connection to the database came free within kyc.store.timeout: raise kyc.store.pool-size";
    }

    private static String describe(String state) {
        return switch (state) {
            case "08004", "28000", "28P01" -> LOGIN_FAILED;
            case "3D000" -> "there is no database of the name in kyc.store.url: create it";
            case "25001" ->
                "KycPort was called within a transaction of the host, or the pool hands out connections with auto-commit off:"
                        + " what a step stores must be durable when it returns, so call it outside of transactions"
                        + " and turn auto-commit on";
            case "25006" ->
                "PostgreSQL takes no writes, it is read-only or a standby: let kyc.store.url lead to the primary";
            case "42501" ->
                "the database user may not do what it has to: start once with kyc.store.owner-user, who makes the"
                        + " tables and grants the application its rights; to connect at all it needs GRANT CONNECT";
            case "42P01", "42703" -> "the tables are missing or old: give kyc.store.owner-user, who may make them";
            case "53100" -> "the disk of the database is full, nothing was stored: make room";
            case "53300" ->
                "PostgreSQL has no connection left: lower kyc.store.pool-size, or raise max_connections or the"
                        + " CONNECTION LIMIT of the user or the database";
            case "55000" ->
                "PostgreSQL does not do that now: look whether the database takes connections (ALLOW_CONNECTIONS), and"
                        + " at the server's log";
            case "40001", "40P01", "55P03", "57014" ->
                "the database was too busy with others, nothing was stored: it can be tried again";
            case NOT_REPLICATED ->
                "PostgreSQL stored it on the primary alone, because no standby confirmed it in time; it does not count as"
                        + " stored: look at pg_stat_replication and synchronous_standby_names";
            case "26000", "42P05" -> STATEMENT_LOST;
            case "XX001", "XX002" -> "the database is damaged: restore it from a backup";
            default -> describeClass(state);
        };
    }

    private static String describeClass(String state) {
        return switch (state.substring(0, 2)) {
            // 57P01 to 57P03: it is shutting down, has crashed or is starting.
            case "08", "57" -> UNREACHABLE;
            case "53" -> "PostgreSQL has not enough memory or room for this";
            case "58" -> "the disk of the database fails: look at it before anything else";
            default -> "the database failed: look at the server's log";
        };
    }
}
