package dev.kycport.adapter.deepvue;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What Deepvue gets to see of us, to the letter; the recordings compare the rest. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DeepvueRequestsTest {

    @RegisterExtension
    static final WireMockExtension WIRE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private static final VendorHttpCalls CALLS = new DeepvueHttpCalls();

    private KycProvider deepvue;

    @BeforeEach
    void open() {
        WIRE.stubFor(any(anyUrl()).willReturn(ok()));
        deepvue = CALLS.open(VendorEndpoint.withLongTimeouts(WIRE.baseUrl()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "For KYC | For%20KYC",
                "a&b=c | a%26b%3Dc",
                "1+1 | 1%2B1",
                "50%25 | 50%2525",
                "{purpose} | %7Bpurpose%7D",
                "#?/;,: | %23%3F%2F%3B%2C%3A",
                "खाता खोलना | %E0%A4%96%E0%A4%BE%E0%A4%A4%E0%A4%BE%20%E0%A4%96%E0%A5%8B%E0%A4%B2%E0%A4%A8%E0%A4%BE",
                "\uD83D\uDE00 | %F0%9F%98%80"
            })
    void the_purpose_is_percent_encoded(String purpose, String encoded) {
        deepvue.directOtp().orElseThrow().send(proof(purpose), Canary.DEFAULT.aadhaar());

        assertThat(seen().getUrl())
                .isEqualTo("/v2/ekyc/aadhaar/generate-otp?aadhaar_number=999941057058&consent=Y&purpose=" + encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&b", "1+1", "50%25", "{x}", "\"quoted\\", "खाता"})
    void the_purpose_arrives_as_it_is_in_json(String purpose) throws JsonProcessingException {
        deepvue.digiLocker()
                .orElseThrow()
                .exchangeGrant(proof(purpose), SampleValues.anyReference(), Canary.DEFAULT.grant());

        assertThat(new ObjectMapper()
                        .readTree(seen().getBodyAsString())
                        .get("purpose")
                        .asText())
                .isEqualTo(purpose);
    }

    @Test
    void both_credentials_and_the_content_type_are_always_there_and_no_authorization_is() {
        for (String call : CALLS.calls()) {
            CALLS.invoke(deepvue, call);

            LoggedRequest request = seen();
            assertThat(request.getHeaders().getHeader("client-id").values()).containsExactly(Canary.DEFAULT.clientId());
            assertThat(request.getHeaders().getHeader("x-api-key").values())
                    .containsExactly(Canary.DEFAULT.clientSecret());
            assertThat(request.getHeaders().getHeader("Content-Type").values()).containsExactly("application/json");
            assertThat(request.getHeaders().getHeader("Authorization").isPresent())
                    .isFalse();
        }
    }

    @Test
    void every_call_is_one_line_in_the_log() {
        WIRE.stubFor(any(anyUrl())
                .willReturn(
                        okJson("{\"transaction_id\": \"t-1\", \"sub_code\": \"SOMETHING_NEW\", \"message\": \"x\"}")));
        Logger log = (Logger) LoggerFactory.getLogger("dev.kycport.adapter.feign");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.setLevel(Level.INFO);
        log.addAppender(lines);

        CALLS.invoke(deepvue, "v2-generate-otp");

        log.detachAppender(lines);
        log.setLevel(null);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement(STRING)
                .startsWith("deepvue POST /v2/ekyc/aadhaar/generate-otp 200 in ")
                .endsWith("ms, transaction t-1, code SOMETHING_NEW, provider.unintelligible");
    }

    @Test
    void outside_a_call_of_the_application_nothing_is_left_in_the_log_context() {
        WIRE.stubFor(any(anyUrl()).willReturn(okJson("{\"transaction_id\": \"t-1\", \"reference_id\": \"90000001\"}")));

        assertThat(CALLS.invoke(deepvue, "v2-generate-otp").isRight()).isTrue();

        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void a_path_in_the_base_url_is_kept() {
        KycProvider behindGateway = CALLS.open(VendorEndpoint.withLongTimeouts(WIRE.baseUrl() + "/vendors/deepvue/"));

        CALLS.invoke(behindGateway, "v2-generate-otp");

        assertThat(seen().getUrl()).startsWith("/vendors/deepvue/v2/ekyc/aadhaar/generate-otp?");
    }

    private static LoggedRequest seen() {
        return WIRE.getAllServeEvents().get(0).getRequest();
    }

    private static ConsentProof proof(String purpose) {
        ConsentLedger ledger = SampleValues.anyLedger();
        ConsentTerms defaults = SampleValues.anyTerms(DeepvueProviderFactory.ID);
        ConsentTerms terms = new ConsentTerms(
                defaults.notice(),
                Purpose.parse(purpose).get(),
                defaults.dataItems(),
                defaults.recipients(),
                defaults.subject());
        return ledger.prove(
                        SampleValues.giveConsent(ledger, terms),
                        SampleValues.anyUse(terms, ProviderCall.SEND_CODE),
                        SampleValues.NOW)
                .get();
    }
}
