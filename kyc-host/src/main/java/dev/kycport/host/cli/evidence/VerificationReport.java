package dev.kycport.host.cli.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.evidence.Evidence;
import dev.kycport.domain.evidence.EvidenceSigner;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.host.cli.result.IdentityJson;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.ports.evidence.EvidenceResult;
import java.time.Instant;
import java.util.Locale;

/** What came of checking a document, for people and for scripts. */
public final class VerificationReport {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final EvidenceResult result;

    public VerificationReport(EvidenceResult result) {
        this.result = result;
    }

    /** One object; a photo only with its size. */
    public JsonNode json() {
        ObjectNode json = NODES.objectNode();
        json.put("verdict", result.verdict().code());
        json.put("reason", result.reason());
        json.put("digest", result.digest().hex());
        json.set(
                "evidence",
                result.evidence().<JsonNode>map(VerificationReport::json).orElse(NODES.nullNode()));
        json.set("identity", result.holder().<JsonNode>map(IdentityJson::of).orElse(NODES.nullNode()));
        return json;
    }

    public void print(Terminal out) {
        String line = result.verdict().code() + ": the document " + result.reason();
        if (result.isGenuine()) {
            out.success(line);
        } else {
            out.failure(line);
        }
        result.holder().ifPresent(holder -> print(holder, out));
        result.evidence().ifPresent(evidence -> print(evidence, out));
        out.field("SHA-256", result.digest().hex());
    }

    private static void print(AadhaarHolder holder, Terminal out) {
        out.field("Name", holder.name());
        out.field("Born", holder.birthDate().iso());
        out.field("Gender", holder.gender().name().toLowerCase(Locale.ROOT));
        out.field("Address", holder.address().line());
        out.field("Aadhaar", holder.number().toString());
        holder.photo()
                .ifPresent(photo -> out.field(
                        "Portrait", photo.type().mime() + " of " + photo.image().size() + " bytes"));
    }

    private static void print(Evidence evidence, Terminal out) {
        out.field("Kind", evidence.kind().code() + ", layout " + evidence.layout());
        out.field("Signer", evidence.signer().name());
        out.field("Certificate", evidence.signer().fingerprint().hex());
        evidence.generatedAt().ifPresent(time -> out.field("Generated", time.toString()));
        out.field("Mobile", evidence.mobile().code());
        out.field("E-mail", evidence.email().code());
    }

    private static ObjectNode json(Evidence evidence) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", evidence.kind().code());
        json.put("layout", evidence.layout());
        json.set("signer", json(evidence.signer()));
        json.put("generatedAt", evidence.generatedAt().map(Instant::toString).orElse(null));
        json.put("mobile", evidence.mobile().code());
        json.put("email", evidence.email().code());
        return json;
    }

    static ObjectNode json(EvidenceSigner signer) {
        return NODES.objectNode()
                .put("name", signer.name())
                .put("fingerprint", signer.fingerprint().hex())
                .put("validFrom", signer.validFrom().toString())
                .put("validUntil", signer.validUntil().toString());
    }
}
