package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.internal.crypto.IdentityCipher;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.retention.JdbcRetentionStore;
import dev.kycport.adapter.jdbc.internal.session.JdbcSessionStore;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.Photo;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * P2 down to the bytes: sessions of every flow are run through the service, and then every file of the database, its log of
 * changes and the server's own log are searched for every secret in every form, and for the person.
 */
@Tag("P2")
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class CanaryContract {

    private static final Canary SECRETS = Canary.DEFAULT;

    private final Map<Path, String> before = new HashMap<>();

    /** Stores with nothing in them. */
    public abstract Stores open();

    /** The same database, past the stores. */
    public abstract Database direct();

    /** Everything that it keeps on the disk. */
    public abstract Path folder();

    /** Sees to it that the files hold what the database holds. */
    public abstract void flush();

    @Test
    void no_secret_and_nothing_of_the_person_is_in_any_byte_on_the_disk() throws IOException {
        try (Stores stores = open()) {
            rememberFiles();
            List<VerifiedIdentity> people = new CanarySessions(SECRETS, stores).everything();
            flush();

            assertThat(people).hasSize(3);
            assertThat(found(SECRETS)).isEmpty();
            assertThat(foundOf(people)).isEmpty();
            assertThat(filesWith(portrait(people.get(0)))).isEmpty();

            assertThat(archive(stores)).isGreaterThan(people.size());
            flush();

            assertThat(foundOf(people)).isEmpty();
        }
        assertThat(found(SECRETS)).isEmpty();
    }

    @Test
    void the_search_would_find_a_secret_and_a_person_that_is_not_sealed() {
        try (Stores stores = open();
                Database database = direct()) {
            rememberFiles();
            VerifiedIdentity person =
                    new CanarySessions(SECRETS, stores).everything().get(0);
            new JdbcRetentionStore(database, () -> {})
                    .placeHold(SampleValues.anySubject(), "called by 9999 4105 7058", SampleValues.NOW);
            new JdbcSessionStore(database, new PlaintextCipher())
                    .create(session(person), List.of())
                    .get();
            flush();

            assertThat(found(SECRETS)).anyMatch(finding -> finding.startsWith("number in "));
            assertThat(found(named(person))).anyMatch(finding -> finding.startsWith("client-id in "));
            assertThat(filesWith(portrait(person))).isNotEmpty();
        }
    }

    // Every session moves to where the search comes, long afterwards; in a file of its own, since what is compressed
    // hides.
    private int archive(Stores stores) throws IOException {
        List<String> lines = new ArrayList<>();
        Instant later = SampleValues.NOW.plus(Duration.ofDays(365));
        stores.admin().orElseThrow().retention().purge(later, later, lines::addAll);
        Files.write(folder().resolve("archive.jsonl"), lines);
        return lines.size();
    }

    private List<String> found(Canary canary) {
        List<String> found = new ArrayList<>();
        files().forEach(file -> found.addAll(canary.findIn(file.toString(), content(file))));
        return found;
    }

    private List<String> foundOf(List<VerifiedIdentity> people) {
        return people.stream()
                .map(CanaryContract::named)
                .distinct()
                .flatMap(person -> found(person).stream())
                .toList();
    }

    private List<Path> filesWith(String text) {
        return files().filter(file -> new String(content(file), StandardCharsets.ISO_8859_1).contains(text))
                .toList();
    }

    // What a file held before the first session cannot be a secret of a session, and a new server holds a lot.
    private void rememberFiles() {
        flush();
        allFiles().forEach(file -> before.put(file, digest(file)));
    }

    private Stream<Path> files() {
        return allFiles().filter(file -> !digest(file).equals(before.get(file)));
    }

    private static String digest(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Stream<Path> allFiles() {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // Most of it is zeros, of which one is as good as many.
    private static byte[] content(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = 0;
            for (byte one : bytes) {
                if (one != 0 || length == 0 || bytes[length - 1] != 0) {
                    bytes[length++] = one;
                }
            }
            return Arrays.copyOf(bytes, length);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // What is known of a person in the places of a canary's secrets.
    private static Canary named(VerifiedIdentity person) {
        return new Canary(
                SECRETS.number(),
                SECRETS.otp(),
                "D/O Ravi Test Rao",
                "Specimen Road",
                "Opposite Test Park",
                person.name(),
                "1990-02-01");
    }

    // A piece from the middle, as in the JSON that is encrypted.
    private static String portrait(VerifiedIdentity person) {
        byte[] image = person.photo().map(Photo::image).orElseThrow().toArray();
        String written = Base64.getEncoder().encodeToString(image);
        return written.substring(written.length() / 2, written.length() / 2 + 40);
    }

    private static SessionSnapshot session(VerifiedIdentity person) {
        return new SessionSnapshot(
                SampleValues.anyDossier(Flow.DIRECT_OTP),
                SessionState.VERIFIED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(person),
                Optional.of(SampleValues.NOW),
                Optional.empty(),
                Optional.empty());
    }

    private static final class PlaintextCipher implements IdentityCipher {

        @Override
        public byte[] encrypt(SessionId session, SubjectRef subject, byte[] identity) {
            return identity;
        }

        @Override
        public byte[] decrypt(SessionId session, SubjectRef subject, byte[] ciphertext) {
            return ciphertext;
        }
    }
}
