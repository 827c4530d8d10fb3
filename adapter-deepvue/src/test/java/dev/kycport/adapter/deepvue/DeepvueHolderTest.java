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
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.Holder;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.SessionLost;
import dev.kycport.tck.Canary;
import dev.kycport.tck.Sample;
import dev.kycport.tck.VendorLink;
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

/** Whose documents they are where the Aadhaar is not among them: access-token alone tells it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class DeepvueHolderTest {

    private static final String DIGILOCKER = "/v1/kyc/digilocker/";
    private static final String TOLD = """
            "digilockerid": "00000000-0000", "name": "Test Resident One", "dob": "01021990", "gender": "M\"""";
    private static final Holder RESIDENT =
            new Holder("Test Resident One", BirthDate.on(LocalDate.of(1990, 2, 1)), Gender.MALE);

    @RegisterExtension
    static final WireMockExtension WIRE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private DigiLockerGateway deepvue;

    @BeforeEach
    void open() {
        deepvue = new DeepvueCalls()
                .open(VendorLink.patient(WIRE.baseUrl()))
                .digiLocker()
                .orElseThrow();
        says("access-token", "{" + TOLD + "}");
        says("eaadhaar", "null");
        says("issued-files", """
                [{"doctype": "PANCR", "uri": "in.gov.pan-PANCR-1", "issuer": "Income Tax Department"}]""");
        says("file", "\"JVBERi0xLjQK\"");
    }

    @Test
    void the_pan_alone_verifies_whom_access_token_named() {
        CollectionVerdict verdict =
                collected(EnumSet.of(DocumentType.PAN), connected().holder());

        VerifiedIdentity person = ((CollectionVerdict.Collected) verdict).identity();
        assertThat(new Holder(person.name(), person.birthDate(), person.gender()))
                .isEqualTo(RESIDENT);
        assertThat(person.documents()).extracting(IssuedDocument::type).containsExactly(DocumentType.PAN);
        assertThat(person.number()).isEmpty();
        assertThat(person.photo()).isEmpty();
        assertThat(person.address()).isEqualTo(Address.UNKNOWN);
        assertThat(asked("eaadhaar")).isZero();
    }

    @Test
    void an_aadhaar_that_was_asked_for_and_not_shared_is_no_obstacle() {
        CollectionVerdict verdict =
                collected(Sample.everyDocument(), connected().holder());

        assertThat(((CollectionVerdict.Collected) verdict).identity().name()).isEqualTo(RESIDENT.name());
        assertThat(asked("eaadhaar")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"N", "n", " N "})
    void an_aadhaar_that_access_token_rules_out_is_not_asked_for(String eaadhaar) {
        says("access-token", "{" + TOLD + ", \"eaadhaar\": \"" + eaadhaar + "\"}");

        CollectionVerdict verdict =
                collected(Sample.everyDocument(), connected().holder());

        VerifiedIdentity person = ((CollectionVerdict.Collected) verdict).identity();
        assertThat(person.name()).isEqualTo(RESIDENT.name());
        assertThat(person.documents()).extracting(IssuedDocument::type).containsExactly(DocumentType.PAN);
        assertThat(asked("eaadhaar")).isZero();
    }

    @Test
    void an_aadhaar_that_is_ruled_out_and_all_that_was_asked_for_is_nothing_shared() {
        says("access-token", "{" + TOLD + ", \"eaadhaar\": \"N\"}");

        CollectionVerdict verdict =
                collected(EnumSet.of(DocumentType.AADHAAR), connected().holder());

        assertThat(verdict).isInstanceOf(CollectionVerdict.NothingShared.class);
        assertThat(asked("eaadhaar")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Y\"", "\"?\"", "\"\"", "null", "false", "{}"})
    void an_aadhaar_that_is_not_ruled_out_is_asked_for(String eaadhaar) {
        says("access-token", "{" + TOLD + ", \"eaadhaar\": " + eaadhaar + "}");

        collected(Sample.everyDocument(), connected().holder());

        assertThat(asked("eaadhaar")).isOne();
    }

    @Test
    void documents_whose_holder_is_forgotten_are_not_fetched() {
        assertThat(collected(EnumSet.of(DocumentType.PAN), Optional.empty())).isInstanceOf(SessionLost.class);

        assertThat(asked("file")).isZero();
    }

    @Test
    void where_nothing_was_shared_nobody_asks_for_the_holder() {
        says("issued-files", "[]");

        assertThat(collected(EnumSet.of(DocumentType.PAN), Optional.empty()))
                .isInstanceOf(CollectionVerdict.NothingShared.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"digilockerid\": \"00000000-0000\"",
                "\"digilockerid\": \"00000000-0000\", \"name\": \"Test Resident One\", \"gender\": \"M\"",
                "\"name\": \"Test Resident One\", \"dob\": \"31021990\", \"gender\": \"M\"",
                "\"name\": \"Test Resident One\", \"dob\": \"01021990\", \"gender\": \"?\""
            })
    void half_of_a_holder_is_none_and_no_obstacle(String told) {
        says("access-token", "{" + told + "}");

        assertThat(connected().holder()).isEmpty();
    }

    private ConnectionVerdict.Connected connected() {
        return (ConnectionVerdict.Connected)
                deepvue.connect(proof(ProviderCall.TAKE_UP_AUTHORIZATION), Sample.anyReference(), Canary.USUAL.grant())
                        .get();
    }

    private CollectionVerdict collected(Set<DocumentType> documents, Optional<Holder> holder) {
        return deepvue.collect(proof(ProviderCall.COLLECT_DOCUMENTS), Sample.anyReference(), documents, holder)
                .get();
    }

    private static int asked(String call) {
        return WIRE.findAll(postRequestedFor(urlEqualTo(DIGILOCKER + call))).size();
    }

    private static void says(String call, String data) {
        WIRE.stubFor(post(DIGILOCKER + call)
                .willReturn(okJson("{\"code\": 200, \"transaction_id\": \"0000000000000000000000000abc0022\","
                        + " \"sub_code\": \"SUCCESS\", \"data\": " + data + "}")));
    }

    private static ConsentProof proof(ProviderCall call) {
        return Sample.anyProof(Deepvue.ID, call);
    }
}
