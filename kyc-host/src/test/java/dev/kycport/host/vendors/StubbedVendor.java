package dev.kycport.host.vendors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Set;

/** A vendor on a loopback port: well, or ill in one of the ways it documents. */
final class StubbedVendor {

    /** How long it takes to answer where it is too slow. */
    private static final int SLOW_MILLIS = 3500;

    private static final String UNREACHABLE = "provider.unreachable";

    /** After these the person cannot have got a code. */
    private static final Set<String> NOTHING_SENT = Set.of(
            UNREACHABLE,
            "provider.throttled",
            "provider.credentials",
            "provider.quota",
            "provider.refused",
            "source.down");

    private final String name;
    private final String settings;
    private final Paths paths;
    private final Map<String, ResponseDefinitionBuilder> failures;
    private final Map<String, String> impossibleFailures;
    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    private final Socket reservedPort = reservePort();
    private String failure = "";

    private StubbedVendor(
            String name,
            String settings,
            Paths paths,
            Map<String, ResponseDefinitionBuilder> illnesses,
            Map<String, String> immunities) {
        this.name = name;
        this.settings = settings;
        this.paths = paths;
        this.failures = illnesses;
        this.impossibleFailures = immunities;
    }

    static StubbedVendor deepvue() {
        return new StubbedVendor(
                "deepvue",
                "client-id = an-id, client-secret = a-secret",
                new Paths("/v2/ekyc/aadhaar/generate-otp", "/v2/ekyc/aadhaar/verify-otp"),
                Map.of(
                        "provider.throttled",
                                json(429, "{'detail': 'Rate limit exceeded. Please retry after some time.'}"),
                        "provider.credentials", json(401, "{'detail': 'Not authenticated'}"),
                        "source.down", json(500, "{'code': 500, 'sub_code': 'SOURCE_FAILURE'}"),
                        "provider.refused", json(422, "{'detail': [{'msg': 'field required'}]}"),
                        "provider.timed-out", json(200, "{}").withFixedDelay(SLOW_MILLIS),
                        "source.timed-out", json(504, "{'detail': 'Gateway Timeout'}"),
                        "provider.unintelligible", json(500, "{'detail': 'Internal Server Error'}")),
                Map.of("provider.quota", "Deepvue has no word for quota: its plans' windows are throttling"));
    }

    static StubbedVendor accuauth() {
        return new StubbedVendor(
                "accuauth",
                "api-id = an-id, api-secret = a-secret",
                new Paths("/verify/send_aadhaar_otp", "/verify/validate_aadhaar_otp"),
                Map.of(
                        "provider.throttled", json(403, "{'status': 'RATE_LIMIT_EXCEEDED'}"),
                        "provider.credentials", json(401, "{'status': 'KEY_EXPIRED'}"),
                        "provider.quota", json(403, "{'status': 'OUT_OF_QUOTA'}"),
                        "source.down", json(512, "{'status': 'SOURCE_SERVICE_UNAVAILABLE'}"),
                        "provider.refused", json(404, "{'status': 'NOT_FOUND'}"),
                        "provider.timed-out", json(200, "{}").withFixedDelay(SLOW_MILLIS),
                        "source.timed-out", json(513, "{'status': 'SOURCE_SERVICE_TIMEOUT'}"),
                        "provider.unintelligible", json(500, "{'status': 'INTERNAL_ERROR'}")),
                Map.of());
    }

    void start() {
        server.start();
        reset();
    }

    void stop() {
        server.stop();
        try {
            reservedPort.close();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    String name() {
        return name;
    }

    /** Whether it documents a way to fail like that, or the network has one. */
    boolean canFailWith(String code) {
        return code.equals(UNREACHABLE) || failures.containsKey(code);
    }

    /** How it can never fail, and why. */
    Map<String, String> impossibleFailures() {
        return impossibleFailures;
    }

    /** From now on whoever asks it for a code is answered with that failure. */
    void failWith(String code) {
        failure = code;
        if (!code.equals(UNREACHABLE)) {
            server.stubFor(any(urlPathEqualTo(paths.send())).willReturn(failures.get(code)));
        }
    }

    /** Answers a request for a code with this status and body. */
    void answerSend(int status, String body) {
        server.stubFor(any(urlPathEqualTo(paths.send())).willReturn(answer(status, body)));
    }

    /** Answers a verification with this status and body. */
    void answerVerify(int status, String body) {
        server.stubFor(any(urlPathEqualTo(paths.verify())).willReturn(answer(status, body)));
    }

    private static ResponseDefinitionBuilder answer(int status, String body) {
        ResponseDefinitionBuilder answer = aResponse().withStatus(status);
        return body.isEmpty() ? answer : answer.withBody(quoted(body));
    }

    /** Well again, and nothing remembered. */
    void reset() {
        failure = "";
        server.resetAll();
        server.stubFor(any(urlPathEqualTo(paths.send())).willReturn(okJson(SENT)));
        server.stubFor(any(urlPathEqualTo(paths.verify())).willReturn(okJson(RIGHT)));
    }

    /** Its part of a configuration. */
    String configured() {
        int port = failure.equals(UNREACHABLE) ? reservedPort.getLocalPort() : server.port();
        return name + " { base-url = \"http://127.0.0.1:" + port + "\", read-timeout = 2500ms, " + settings + " }";
    }

    /** How often it was asked to send a code. */
    int sendRequests() {
        return server.findAll(anyRequestedFor(urlPathEqualTo(paths.send()))).size();
    }

    /** How often it was asked whether a code is right. */
    int verifyRequests() {
        return server.findAll(anyRequestedFor(urlPathEqualTo(paths.verify()))).size();
    }

    /** How many codes may have reached the person. */
    int possiblySentCodes() {
        return NOTHING_SENT.contains(failure) ? 0 : sendRequests();
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(quoted(body));
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    // A port that is taken and not listened on refuses connections.
    private static Socket reservePort() {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private record Paths(String send, String verify) {}

    // Both vendors' words at once; each adapter reads its own.
    private static final String SENT = quoted(
            "{'transaction_id': 't-1', 'request_id': 't-1', 'reference_id': '90000001', 'status': 'OK', 'result': {"
                    + "'client_id': 'c-1', 'otp_sent': true, 'if_number': true, 'valid_aadhaar': true}}");

    private static final String RIGHT = quoted("{'transaction_id': 't-2', 'request_id': 't-2', 'status': 'OK',"
            + "'data': {'name': 'Test Resident One', 'dateOfBirth': '01-02-1990', 'gender': 'M'},"
            + "'result': {'full_name': 'Test Resident One', 'dob': '1990-02-01', 'gender': 'M'}}");
}
