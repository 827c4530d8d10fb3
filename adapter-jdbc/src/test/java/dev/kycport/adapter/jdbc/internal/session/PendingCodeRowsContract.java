package dev.kycport.adapter.jdbc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.internal.crypto.NumberHash;
import dev.kycport.adapter.jdbc.internal.crypto.StoreKeys;
import dev.kycport.adapter.jdbc.internal.crypto.TinkIdentityCipher;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.tck.sample.SampleValues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is left in the database of a code that is on its way, on either database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class PendingCodeRowsContract {

    private static final Instant NOW = SampleValues.NOW;
    private static final Instant UNTIL = NOW.plusSeconds(45);
    private static final IdentityNumber NUMBER = number("999941057058");
    private static final IdentityNumber OTHER = number("999971658847");

    private final StoreKeys storeKeys = StoreKeys.generate();
    private final SessionId session = SampleValues.anySessionId();

    private Database database;
    private JdbcPendingCodeStore pending;

    /** A database without a pending code. */
    abstract Database database();

    @BeforeEach
    void open() {
        database = database();
        pending = new JdbcPendingCodeStore(database, new NumberHash(storeKeys.numbers()));
    }

    @Test
    void the_row_holds_a_hash_and_nothing_of_the_number() {
        pending.reserve(NUMBER, session, NOW, UNTIL);

        assertThat(hashes())
                .singleElement()
                .satisfies(hash -> assertThat(hash)
                        .matches("[0-9a-f]{74}")
                        .isEqualTo(new NumberHash(storeKeys.numbers()).hash(NUMBER))
                        .doesNotContain("99994105"));
    }

    @Test
    void nodes_with_the_same_keys_agree_and_others_do_not() {
        String mine = new NumberHash(storeKeys.numbers()).hash(NUMBER);

        String again =
                new NumberHash(StoreKeys.parse("here", storeKeys.reveal()).numbers()).hash(NUMBER);
        String another = new NumberHash(StoreKeys.generate().numbers()).hash(NUMBER);

        assertThat(again).isEqualTo(mine);
        assertThat(another).isNotEqualTo(mine);
    }

    @Test
    void a_rotation_of_the_identity_keys_changes_no_hash() {
        StoreKeys rotated = storeKeys.withIdentityKeys(storeKeys.identity().withNewKey());

        assertThat(new NumberHash(rotated.numbers()).hash(NUMBER))
                .isEqualTo(new NumberHash(storeKeys.numbers()).hash(NUMBER));
    }

    @Test
    void what_has_lapsed_goes_with_the_next_claim() {
        pending.reserve(NUMBER, session, NOW, UNTIL);

        pending.reserve(OTHER, session, UNTIL, UNTIL.plusSeconds(45));

        assertThat(hashes()).containsExactly(new NumberHash(storeKeys.numbers()).hash(OTHER));
    }

    @Test
    void what_has_lapsed_goes_with_the_next_settling_however_much_it_is() {
        database.write(handle -> {
            for (int at = 0; at < 250; at++) {
                handle.execute(
                        "INSERT INTO kyc_pending_code VALUES (?, 'session', ?)",
                        "hash-" + at,
                        RowSupport.toMicros(NOW));
            }
            return handle;
        });
        pending.reserve(NUMBER, session, NOW.minus(Duration.ofSeconds(1)), UNTIL);

        new JdbcSessionStore(database, new TinkIdentityCipher(storeKeys.identity()))
                .reconcileDue(NOW, due -> Optional.empty());

        assertThat(hashes()).containsExactly(new NumberHash(storeKeys.numbers()).hash(NUMBER));
    }

    @Test
    void nothing_is_left_of_what_was_given_back() {
        pending.reserve(NUMBER, session, NOW, UNTIL);

        pending.release(NUMBER, session);

        assertThat(hashes()).isEmpty();
    }

    private List<String> hashes() {
        return database.read(handle -> handle.createQuery("SELECT hash FROM kyc_pending_code")
                .mapTo(String.class)
                .list());
    }

    private static IdentityNumber number(String digits) {
        return AadhaarNumber.parse(digits).get();
    }
}
