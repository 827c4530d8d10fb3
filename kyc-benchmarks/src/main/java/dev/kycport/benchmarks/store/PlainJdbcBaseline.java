package dev.kycport.benchmarks.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/**
 * The same inserts and updates as the stores, in the same transactions, in plain JDBC. All values are prepared and only the
 * ids are replaced; nothing is hashed, encrypted or serialized.
 */
final class PlainJdbcBaseline implements WriteStrategy {

    private final DataSource pool;
    private final SessionRowTemplate template;

    PlainJdbcBaseline(DataSource pool, SessionRowTemplate template) {
        this.pool = pool;
        this.template = template;
    }

    @Override
    public void writeSession(Random random) throws SQLException {
        String session = id(random);
        String consent = id(random);
        for (List<SessionRowTemplate.Update> transaction : template.transactions()) {
            try (Connection connection = pool.getConnection()) {
                boolean single = transaction.size() == 1;
                connection.setAutoCommit(single);
                for (SessionRowTemplate.Update update : transaction) {
                    run(connection, update, session, consent);
                }
                if (!single) {
                    connection.commit();
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    private void run(Connection connection, SessionRowTemplate.Update update, String session, String consent)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update.sql())) {
            for (int i = 0; i < update.parameters().size(); i++) {
                Object value = update.parameters().get(i).orElse(null);
                statement.setObject(i + 1, value instanceof String text ? withIds(text, session, consent) : value);
            }
            statement.executeUpdate();
        }
    }

    private String withIds(String text, String session, String consent) {
        return text.replace(template.session(), session).replace(template.consent(), consent);
    }

    private static String id(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new String(Base64.getUrlEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
    }
}
