package dev.kycport.host.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.app.KycService;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.maintenance.Retention;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.ReconciliationSummary;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.RetentionStore;
import dev.kycport.ports.store.SessionArchive;
import dev.kycport.tck.sample.MovableClock;
import io.vavr.control.Either;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MaintenanceTest {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LIVE = Duration.ofDays(730);
    private static final Duration ARCHIVED = Duration.ofDays(1825);

    private final MovableClock clock = MovableClock.atSampleTime();

    @TempDir
    private Path folder;

    @Test
    void an_identity_goes_after_a_day_a_session_after_two_years_and_its_archive_after_five_more() throws IOException {
        try (KycRuntime port = node()) {
            SessionId id = verified(port.service());
            Retention retention = port.retention().orElseThrow();

            clock.advance(KEPT);
            assertThat(port.service().reconcileDueSessions()).isEqualTo(new ReconciliationSummary(1, 1));
            assertThat(port.service().findSession(id).get().state()).isEqualTo(SessionState.COMPLETED);

            clock.advance(LIVE);
            assertThat(retention.purge().sessions().sessions()).isEqualTo(1);
            assertThat(port.service().findSession(id).getLeft().code()).isEqualTo("session.unknown");
            assertThat(archived()).hasSize(1).first().asString().contains(id.value(), "customer-7");

            clock.advance(ARCHIVED.plusDays(31));
            assertThat(retention.purge().archive()).isEqualTo(new SessionArchive.Count(1, 0));
            assertThat(archived()).isEmpty();
        }
    }

    @Test
    void a_subject_on_hold_is_never_purged() throws IOException {
        try (KycRuntime port = node()) {
            verified(port.service());
            Retention retention = port.retention().orElseThrow();
            clock.advance(LIVE.plusDays(1));
            port.service().reconcileDueSessions();
            retention.purge();
            hold(port);
            SessionId later = verified(port.service());
            clock.advance(ARCHIVED.plusDays(31));
            port.service().reconcileDueSessions();

            Retention.PurgeSummary purgeSummary = retention.purge();

            assertThat(purgeSummary.sessions()).isEqualTo(new RetentionStore.PurgeCounts(0, 0, 1));
            assertThat(purgeSummary.archive()).isEqualTo(new SessionArchive.Count(0, 1));
            assertThat(port.service().findSession(later).isRight()).isTrue();
            assertThat(archived()).hasSize(1);
        }
    }

    @Test
    void of_two_nodes_on_one_file_one_has_a_code_sent_to_a_number() {
        try (KycRuntime one = node();
                KycRuntime other = node()) {
            SessionId here = consented(one.service());
            SessionId there = consented(other.service());

            assertThat(start(one.service(), here).isRight()).isTrue();
            assertThat(start(other.service(), there).getLeft().code()).isEqualTo("otp.resend-too-soon");
        }
    }

    private KycRuntime node() {
        String hocon = """
                kyc {
                  profile = development, providers { fake {} }, maintenance { interval = 1h }
                  store { url = "jdbc:sqlite:%s" }
                  retention { archive = "%s" }
                }
                """.formatted(folder.resolve("kyc.db"), folder.resolve("archive"));
        SecureRandom random = new SecureRandom();
        return KycRuntime.from(
                KycConfig.parse(hocon, InstalledPlugins.find(), Map.of()), new KycEnvironment(clock, size -> {
                    byte[] bytes = new byte[size];
                    random.nextBytes(bytes);
                    return bytes;
                }));
    }

    private void hold(KycRuntime port) {
        port.stores()
                .admin()
                .orElseThrow()
                .retention()
                .placeHold(new SubjectRef("customer-7"), "a court wants it", clock.instant());
    }

    private static SessionId verified(KycService kyc) {
        SessionId id = consented(kyc);
        start(kyc, id).get();
        kyc.submitCode(id, OtpCode.parse("123456").get()).get();
        return id;
    }

    private static SessionId consented(KycService kyc) {
        ConsentNotice notice = ConsentNotice.parse("notice v1", "en", "We will ask UIDAI for your name.")
                .get();
        SessionRequest request = SessionRequest.parse("direct-otp", "customer-7", "opening an account", notice)
                .get();
        SessionId id = kyc.open(request).get().session().id();
        kyc.giveConsent(id, ConsentMethod.BUTTON).get();
        return id;
    }

    private static Either<KycFailure, StepResult> start(KycService kyc, SessionId id) {
        return kyc.startDirectOtp(id, kyc.number("9999 4105 7058").get());
    }

    private List<String> archived() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("archive"))) {
            return files.filter(file -> file.toString().endsWith(".gz"))
                    .flatMap(file -> lines(file).stream())
                    .toList();
        }
    }

    private static List<String> lines(Path file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
