package dev.kycport.host.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Map;

/** Deepvue and AccuAuth on one loopback port, with the replies that lead to a verified person until one is told otherwise. */
final class VendorStubs {

    static final String AADHAAR = "999941057058";
    static final String CAPTCHA = "CANARYKYC42";
    static final String CODE = "741852";
    static final String GRANT = "CANARY-GRANT";
    static final String ID = "CANARY-ID";
    static final String SECRET = "CANARY-SECRET";

    private static final String GIF = "R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==";
    private static final String PERSON = "'name': 'Test Resident One', 'dateOfBirth': '01-02-1990', 'gender': 'M'";

    private static final Map<String, String> SUCCESS_REPLIES = Map.of(
            "/v1/ekyc/aadhaar/connect", "{'code': 200, 'data': {'session_id': 's-1', 'captcha': '" + GIF + "'}}",
            "/v1/ekyc/aadhaar/generate-otp", "{'code': 200, 'sub_code': 'SUCCESS', 'transaction_id': 't-1'}",
            "/v1/ekyc/aadhaar/verify-otp", "{'code': 200, 'sub_code': 'SUCCESS', 'data': {" + PERSON + "}}",
            "/v2/ekyc/aadhaar/generate-otp", "{'code': 200, 'sub_code': 'SUCCESS', 'reference_id': '90000001'}",
            "/v2/ekyc/aadhaar/verify-otp", "{'code': 200, 'sub_code': 'SUCCESS', 'data': {" + PERSON + "}}",
            "/v1/kyc/digilocker/initiate-session",
                    "{'code': 201, 'transaction_id': 'd-1', 'data': {'authorization_url':"
                            + " 'https://vendor.example/redirect?state=d-1'}}",
            "/v1/kyc/digilocker/access-token",
                    "{'code': 200, 'sub_code': 'SUCCESS', 'data': {'name': 'Test Resident One', 'dob': '01021990',"
                            + " 'gender': 'M', 'eaadhaar': 'Y'}}",
            "/v1/kyc/digilocker/eaadhaar",
                    "{'code': 200, 'sub_code': 'SUCCESS', 'data': {'masked_uid': 'xxxxxxxx7058', 'proof_of_identity':"
                            + " {'name': 'Test Resident One', 'dob': '01-02-1990', 'gender': 'M'},"
                            + " 'document_pdf': 'JVBERi0xLjQK'}}",
            "/verify/send_aadhaar_otp",
                    "{'status': 'OK', 'result': {'client_id': 'c-1', 'otp_sent': true, 'if_number': true,"
                            + " 'valid_aadhaar': true}}",
            "/verify/validate_aadhaar_otp",
                    "{'status': 'OK', 'result': {'full_name': 'Test Resident One', 'dob': '1990-02-01', 'gender': 'M',"
                            + " 'aadhaar_number': '" + AADHAAR + "'}}");

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    void start() {
        server.start();
    }

    void stop() {
        server.stop();
    }

    /** All replies as they are when nothing goes wrong, and no request remembered. */
    void reset() {
        server.resetAll();
        SUCCESS_REPLIES.forEach((path, body) -> stub(path, 200, body));
    }

    /** From now on that path is answered so. */
    void stub(String path, int status, String body) {
        server.stubFor(any(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(body.replace('\'', '"'))));
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The paths that were asked, in order. */
    List<String> requestedPaths() {
        return requests().stream()
                .map(request -> request.getUrl().replaceFirst("\\?.*", ""))
                .toList();
    }

    /** Whether that stood in a request, wherever. */
    boolean received(String text) {
        return requests().stream()
                .map(request -> request.getUrl() + request.getBodyAsString() + request.getHeaders())
                .anyMatch(said -> said.contains(text));
    }

    private List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }
}
