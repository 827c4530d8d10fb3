package dev.kycport.host.cli.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.evidence.EvidenceSigner;
import dev.kycport.domain.evidence.SignerExpiry;
import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.domain.evidence.TrustedSigner;
import dev.kycport.host.cli.terminal.Terminal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The trusted signers, the one that ends last first, with a warning for each purpose that ends soon. */
public final class SignersReport {

    private static final int SHOWN_DIGITS = 16;

    private final List<TrustedSigner> signers;
    private final List<SignerExpiry> due;

    public SignersReport(List<TrustedSigner> signers, Instant now) {
        this.signers = List.copyOf(signers);
        this.due = SignerExpiry.dueAt(now, signers);
    }

    public JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("signers");
        signers.forEach(trusted -> {
            ObjectNode signer = VerificationReport.json(trusted.signer());
            signer.put("shipped", trusted.shipped());
            trusted.purposes().stream()
                    .sorted()
                    .forEach(purpose -> signer.withArray("purposes").add(purpose.code()));
            list.add(signer);
        });
        ArrayNode warnings = json.putArray("warnings");
        due.forEach(one -> warnings.add(one.warning()));
        return json;
    }

    public void print(Terminal out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SIGNER", "PURPOSES", "FROM", "UNTIL", "SHA-256", "SOURCE"));
        signers.forEach(trusted -> rows.add(row(trusted)));
        out.table(rows);
        due.forEach(one -> out.failure(one.warning()));
    }

    private static List<String> row(TrustedSigner trusted) {
        EvidenceSigner signer = trusted.signer();
        return List.of(
                signer.name(),
                trusted.purposes().stream().sorted().map(SignerPurpose::code).collect(Collectors.joining(", ")),
                day(signer.validFrom()),
                day(signer.validUntil()),
                signer.fingerprint().hex().substring(0, SHOWN_DIGITS),
                trusted.shipped() ? "shipped" : "operator");
    }

    private static String day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
