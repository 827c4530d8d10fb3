package dev.kycport.adapter.jdbc.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.Flow;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.UnreadableRecordException;
import dev.kycport.tck.sample.SampleValues;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as an earlier version stored them, kept as files: renaming in the code must not change a stored row. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredFormTest {

    private static final Optional<VerifiedIdentity> ELSEWHERE = Optional.empty();

    @ParameterizedTest
    @MethodSource("sessions")
    void a_session_is_read_and_written_as_it_always_was(String stored) {
        assertThat(StoredSessionJson.write(StoredSessionJson.read(stored, ELSEWHERE)))
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void an_audit_entry_is_read_and_written_as_it_always_was(String stored) {
        assertThat(StoredAuditEntryJson.write(StoredAuditEntryJson.read(stored)))
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_of_a_consent_is_read_and_written_as_it_always_was(String stored) {
        assertThat(StoredConsentEventJson.write(StoredConsentEventJson.read(stored)))
                .isEqualTo(stored);
    }

    @Test
    void a_document_of_many_megabytes_can_be_read_again() {
        VerifiedIdentity person = SampleValues.anyIdentity(Flow.DIGILOCKER);
        IssuedDocument page = person.documents().get(0);
        IssuedDocument book =
                new IssuedDocument(page.type(), page.issuer(), Bytes.of(new byte[16 * 1024 * 1024]), page.mediaType());
        VerifiedIdentity reader = new VerifiedIdentity(
                person.name(),
                person.birthDate(),
                person.gender(),
                person.address(),
                person.photo(),
                person.number(),
                List.of(book),
                person.assurance());

        assertThat(StoredIdentityJson.read(StoredIdentityJson.write(reader))).isEqualTo(reader);
    }

    @ParameterizedTest
    @MethodSource("identities")
    void an_identity_is_read_and_written_as_it_always_was(String stored) {
        VerifiedIdentity identity = StoredIdentityJson.read(stored.getBytes(StandardCharsets.UTF_8));

        assertThat(new String(StoredIdentityJson.write(identity), StandardCharsets.UTF_8))
                .isEqualTo(stored);
    }

    @Test
    void every_state_and_every_end_is_among_the_stored() {
        List<SessionSnapshot> sessions = sessions()
                .map(stored -> StoredSessionJson.read(stored, ELSEWHERE))
                .toList();

        assertThat(sessions).extracting(SessionSnapshot::state).contains(SessionState.values());
        assertThat(sessions.stream().flatMap(session -> session.endReason().stream()))
                .contains(EndReason.values());
        assertThat(sessions).hasSameSizeAs(SampleValues.everySnapshot());
    }

    @Test
    void every_kind_of_event_is_among_the_stored() {
        Set<String> kinds = events().map(StoredConsentEventJson::read)
                .map(ConsentEvent::code)
                .collect(Collectors.toSet());

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ConsentEventType.values())
                        .map(ConsentEventType::code)
                        .toList());
    }

    @Test
    void what_is_stored_is_ASCII_whatever_a_person_is_called() {
        assertThat(Stream.of(sessions(), entries(), events(), identities())
                        .flatMap(lines -> lines)
                        .flatMapToInt(String::chars))
                .allMatch(character -> character < 128);
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void a_damaged_row_is_refused_without_a_word_of_it(String damaged) {
        assertThatThrownBy(() -> RowSupport.readRow("session X", () -> StoredSessionJson.read(damaged, ELSEWHERE)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("session X is stored in a row that is damaged")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"v\":2}", "{\"v\":2,\"id\":{}}", "{\"v\":0,\"id\":\"customer\"}"})
    void a_row_of_another_format_is_called_so_whatever_else_is_in_it(String later) {
        assertThatThrownBy(() -> RowSupport.readRow("session X", () -> StoredSessionJson.read(later, ELSEWHERE)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("a row is stored in format")
                .hasMessageNotContaining("customer")
                .hasNoCause();
    }

    @Test
    void keys_that_this_version_does_not_know_are_ignored() {
        String stored = sessions().findFirst().orElseThrow();

        assertThat(StoredSessionJson.read(stored.replace("{\"v\":1", "{\"v\":1,\"later\":[1]"), ELSEWHERE))
                .isEqualTo(StoredSessionJson.read(stored, ELSEWHERE));
    }

    static Stream<String> damaged() {
        String sound = sessions().findFirst().orElseThrow();
        return Stream.of(
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"v\":\"1\"}",
                sound.replace("\"openedAt\":\"2026", "\"openedAt\":\"customer"),
                sound.replace("\"revision\":", "\"revision\":99999999999999999999"),
                sound.replace("\"state\":\"opened\"", "\"state\":\"customer\""),
                sound.replace("\"flow\":", "\"flew\":"),
                sound.replace("\"provider\":\"sample\"", "\"provider\":null"),
                sound.replace("\"revision\":0", "\"revision\":\"0\""),
                sound.replace("\"revision\":0", "\"revision\":0.5"),
                sound.replace("\"revision\":0,", ""),
                sound.replace("\"state\":\"opened\"", "\"state\":\"opened\",\"otp\":{}"),
                sound.replace("\"state\":\"opened\"", "\"state\":\"opened\",\"otp\":\"customer\""),
                sound.replace("\"subject\":\"customer-4711\"", "\"subject\":4711"));
    }

    static Stream<String> sessions() {
        return lines("sessions");
    }

    static Stream<String> entries() {
        return lines("audit");
    }

    static Stream<String> events() {
        return lines("consents");
    }

    static Stream<String> identities() {
        return lines("identities");
    }

    private static Stream<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StoredFormTest.class.getResourceAsStream("stored/" + name + ".jsonl")),
                StandardCharsets.US_ASCII))) {
            return Arrays.stream(reader.lines().toArray(String[]::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
