package dev.kycport.adapter.accuauth;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.kycport.adapter.feign.BodyFormat;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What AccuAuth gets to see of us, in both formats. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AccuauthRequestsTest {

    @RegisterExtension
    static final WireMockExtension WIRE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FORM | application/x-www-form-urlencoded | aadhaar_no=999941057058",
                "JSON | application/json | {\"aadhaar_no\":\"999941057058\"}"
            })
    void a_number_goes_in_the_body_and_nowhere_else(BodyFormat format, String mime, String body) {
        LoggedRequest request = asked(format, "send-aadhaar-otp");

        assertThat(request.getUrl()).isEqualTo("/verify/send_aadhaar_otp");
        assertThat(request.getHeaders().getHeader("Content-Type").values()).containsExactly(mime);
        assertThat(request.getBodyAsString()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FORM | client_id=a%26b%3Dc%2Bd%25&otp_code=719305",
                "JSON | {\"client_id\":\"a&b=c+d%\",\"otp_code\":\"719305\"}"
            })
    void a_client_id_arrives_as_it_was_given(BodyFormat format, String body) {
        KycProvider accuauth = opened(format, "");

        accuauth.directOtp()
                .orElseThrow()
                .verify(
                        SampleValues.anyProof(AccuauthProviderFactory.ID, ProviderCall.VERIFY_CODE),
                        new ProviderReference("a&b=c+d%"),
                        Canary.DEFAULT.otpCode());

        assertThat(seen().getBodyAsString()).isEqualTo(body);
    }

    @ParameterizedTest
    @EnumSource
    void both_credentials_are_headers_of_every_call(BodyFormat format) {
        for (String call : new AccuauthHttpCalls().calls()) {
            LoggedRequest request = asked(format, call);

            assertThat(request.getHeader("X-DF-API-ID")).isEqualTo(Canary.DEFAULT.clientId());
            assertThat(request.getHeader("X-DF-API-SECRET")).isEqualTo(Canary.DEFAULT.clientSecret());
            assertThat(request.containsHeader("Authorization")).isFalse();
        }
    }

    @Test
    void a_gateway_in_front_may_have_a_path_of_its_own() {
        new AccuauthHttpCalls().invoke(opened(BodyFormat.FORM, "/vendors/accuauth/"), "send-aadhaar-otp");

        assertThat(seen().getUrl()).isEqualTo("/vendors/accuauth/verify/send_aadhaar_otp");
    }

    private static LoggedRequest asked(BodyFormat format, String call) {
        new AccuauthHttpCalls().invoke(opened(format, ""), call);
        return seen();
    }

    private static KycProvider opened(BodyFormat format, String path) {
        WIRE.stubFor(any(anyUrl()).willReturn(ok()));
        return AccuauthHttpCalls.open(VendorEndpoint.withLongTimeouts(WIRE.baseUrl() + path), format);
    }

    private static LoggedRequest seen() {
        return WIRE.getAllServeEvents().get(0).getRequest();
    }
}
