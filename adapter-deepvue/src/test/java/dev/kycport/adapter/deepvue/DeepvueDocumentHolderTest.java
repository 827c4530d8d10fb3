package dev.kycport.adapter.deepvue;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The holder of the documents if the Aadhaar is not among them: only access-token names it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class DeepvueDocumentHolderTest {

    private static final String DIGILOCKER = "/v1/kyc/digilocker/";
    private static final String ACCOUNT = """
            "digilockerid": "00000000-0000", "name": "Test Resident One", "dob": "01021990", "gender": "M\"""";
    private static final DocumentHolder RESIDENT =
            new DocumentHolder("Test Resident One", BirthDate.ofDate(LocalDate.of(1990, 2, 1)), Gender.MALE);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private DigiLockerGateway deepvue;

    @BeforeEach
    void open() {
        deepvue = new DeepvueHttpCalls()
                .open(VendorEndpoint.withLongTimeouts(SERVER.baseUrl()))
                .digiLocker()
                .orElseThrow();
        stubReply("access-token", "{" + ACCOUNT + "}");
        stubReply("eaadhaar", "null");
        stubReply("issued-files", """
                [{"doctype": "PANCR", "uri": "in.gov.pan-PANCR-1", "issuer": "Income Tax Department"}]""");
        stubReply("file", "\"JVBERi0xLjQK\"");
    }

    @Test
    void the_pan_alone_verifies_whom_access_token_named() {
        DocumentsVerdict verdict =
                fetchDocuments(EnumSet.of(DocumentType.PAN), exchangeGrant().holder());

        VerifiedIdentity person = ((DocumentsVerdict.DocumentsFetched) verdict).identity();
        assertThat(new DocumentHolder(person.name(), person.birthDate(), person.gender()))
                .isEqualTo(RESIDENT);
        assertThat(person.documents()).extracting(IssuedDocument::type).containsExactly(DocumentType.PAN);
        assertThat(person.number()).isEmpty();
        assertThat(person.photo()).isEmpty();
        assertThat(person.address()).isEqualTo(Address.UNKNOWN);
        assertThat(requestCount("eaadhaar")).isZero();
    }

    @Test
    void an_aadhaar_that_was_asked_for_and_not_shared_is_no_obstacle() {
        DocumentsVerdict verdict =
                fetchDocuments(SampleValues.everyDocument(), exchangeGrant().holder());

        assertThat(((DocumentsVerdict.DocumentsFetched) verdict).identity().name())
                .isEqualTo(RESIDENT.name());
        assertThat(requestCount("eaadhaar")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"N", "n", " N "})
    void an_aadhaar_that_access_token_rules_out_is_not_asked_for(String eaadhaar) {
        stubReply("access-token", "{" + ACCOUNT + ", \"eaadhaar\": \"" + eaadhaar + "\"}");

        DocumentsVerdict verdict =
                fetchDocuments(SampleValues.everyDocument(), exchangeGrant().holder());

        VerifiedIdentity person = ((DocumentsVerdict.DocumentsFetched) verdict).identity();
        assertThat(person.name()).isEqualTo(RESIDENT.name());
        assertThat(person.documents()).extracting(IssuedDocument::type).containsExactly(DocumentType.PAN);
        assertThat(requestCount("eaadhaar")).isZero();
    }

    @Test
    void an_aadhaar_that_is_ruled_out_and_all_that_was_asked_for_is_nothing_shared() {
        stubReply("access-token", "{" + ACCOUNT + ", \"eaadhaar\": \"N\"}");

        DocumentsVerdict verdict =
                fetchDocuments(EnumSet.of(DocumentType.AADHAAR), exchangeGrant().holder());

        assertThat(verdict).isInstanceOf(DocumentsVerdict.NothingShared.class);
        assertThat(requestCount("eaadhaar")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Y\"", "\"?\"", "\"\"", "null", "false", "{}"})
    void an_aadhaar_that_is_not_ruled_out_is_asked_for(String eaadhaar) {
        stubReply("access-token", "{" + ACCOUNT + ", \"eaadhaar\": " + eaadhaar + "}");

        fetchDocuments(SampleValues.everyDocument(), exchangeGrant().holder());

        assertThat(requestCount("eaadhaar")).isOne();
    }

    @Test
    void documents_whose_holder_is_forgotten_are_not_fetched() {
        assertThat(fetchDocuments(EnumSet.of(DocumentType.PAN), Optional.empty()))
                .isInstanceOf(SessionLost.class);

        assertThat(requestCount("file")).isZero();
    }

    @Test
    void where_nothing_was_shared_nobody_asks_for_the_holder() {
        stubReply("issued-files", "[]");

        assertThat(fetchDocuments(EnumSet.of(DocumentType.PAN), Optional.empty()))
                .isInstanceOf(DocumentsVerdict.NothingShared.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"digilockerid\": \"00000000-0000\"",
                "\"digilockerid\": \"00000000-0000\", \"name\": \"Test Resident One\", \"gender\": \"M\"",
                "\"name\": \"Test Resident One\", \"dob\": \"31021990\", \"gender\": \"M\"",
                "\"name\": \"Test Resident One\", \"dob\": \"01021990\", \"gender\": \"?\""
            })
    void half_of_a_holder_is_none_and_no_obstacle(String fields) {
        stubReply("access-token", "{" + fields + "}");

        assertThat(exchangeGrant().holder()).isEmpty();
    }

    private GrantVerdict.Connected exchangeGrant() {
        return (GrantVerdict.Connected) deepvue.exchangeGrant(
                        proof(ProviderCall.TAKE_UP_AUTHORIZATION), SampleValues.anyReference(), Canary.DEFAULT.grant())
                .get();
    }

    private DocumentsVerdict fetchDocuments(Set<DocumentType> documents, Optional<DocumentHolder> holder) {
        return deepvue.fetchDocuments(
                        proof(ProviderCall.COLLECT_DOCUMENTS), SampleValues.anyReference(), documents, holder)
                .get();
    }

    private static int requestCount(String call) {
        return SERVER.findAll(postRequestedFor(urlEqualTo(DIGILOCKER + call))).size();
    }

    private static void stubReply(String call, String data) {
        SERVER.stubFor(post(DIGILOCKER + call)
                .willReturn(okJson("{\"code\": 200, \"transaction_id\": \"0000000000000000000000000abc0022\","
                        + " \"sub_code\": \"SUCCESS\", \"data\": " + data + "}")));
    }

    private static ConsentProof proof(ProviderCall call) {
        return SampleValues.anyProof(DeepvueProviderFactory.ID, call);
    }
}
