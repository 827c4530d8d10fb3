package dev.kycport.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignerExpiryTest {

    private static final Instant END = Instant.parse("2029-02-03T17:28:36Z");
    private static final EvidenceSigner FORMER = signer("DS Test 05", END.minus(Duration.ofDays(1000)));
    private static final EvidenceSigner NEWEST = signer("DS Test 06", END);
    private static final List<TrustedSigner> SIGNERS = List.of(
            trusted(FORMER, SignerPurpose.OFFLINE_XML, SignerPurpose.SECURE_QR),
            trusted(NEWEST, SignerPurpose.OFFLINE_XML),
            trusted(FORMER, SignerPurpose.OFFLINE_XML));

    @Test
    void a_purpose_is_reported_from_90_days_before_its_newest_signer_ends() {
        Instant begin = END.minus(Duration.ofDays(90));

        assertThat(offline(begin)).isEmpty();
        assertThat(offline(begin.plusNanos(1)))
                .containsExactly(new SignerExpiry(SignerPurpose.OFFLINE_XML, NEWEST, false));
        assertThat(offline(END)).containsExactly(new SignerExpiry(SignerPurpose.OFFLINE_XML, NEWEST, false));
        assertThat(offline(END.plusNanos(1)))
                .containsExactly(new SignerExpiry(SignerPurpose.OFFLINE_XML, NEWEST, true));
    }

    @Test
    void each_purpose_has_a_newest_signer_of_its_own() {
        assertThat(SignerExpiry.dueAt(END.minus(Duration.ofDays(500)), SIGNERS))
                .containsExactly(new SignerExpiry(SignerPurpose.SECURE_QR, FORMER, true));
    }

    @Test
    void a_purpose_without_signers_is_not_reported() {
        assertThat(SignerExpiry.dueAt(END, List.of())).isEmpty();
    }

    @Test
    void the_warning_names_the_purpose_the_signer_the_end_and_the_setting() {
        assertThat(new SignerExpiry(SignerPurpose.OFFLINE_XML, NEWEST, false).warning())
                .contains("offline-xml", "DS Test 06", "ends at 2029-02-03T17:28:36Z", "kyc.evidence.signers");
        assertThat(new SignerExpiry(SignerPurpose.OFFLINE_XML, NEWEST, true).warning())
                .contains("ended at 2029-02-03T17:28:36Z");
    }

    private static List<SignerExpiry> offline(Instant now) {
        return SignerExpiry.dueAt(now, SIGNERS).stream()
                .filter(due -> due.purpose() == SignerPurpose.OFFLINE_XML)
                .toList();
    }

    private static EvidenceSigner signer(String name, Instant until) {
        return new EvidenceSigner(
                name, EvidenceDigest.of(Bytes.of(new byte[] {1})), Instant.parse("2020-01-01T00:00:00Z"), until);
    }

    private static TrustedSigner trusted(EvidenceSigner signer, SignerPurpose... purposes) {
        return new TrustedSigner(signer, Set.of(purposes), true);
    }
}
