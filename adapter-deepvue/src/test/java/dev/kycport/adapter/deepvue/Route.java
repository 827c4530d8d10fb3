package dev.kycport.adapter.deepvue;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;

/** Answers one call in some way, and the calls that lead up to it as documented. */
final class Route {

    private static final List<String> COLLECTION =
            List.of("digilocker-eaadhaar", "digilocker-issued-files", "digilocker-file");

    private Route() {}

    /** Plays it; the path of the call as a pattern. */
    static String play(WireMockExtension wire, String call, ResponseDefinitionBuilder reply) {
        wire.resetAll();
        wire.stubFor(any(anyUrl()).willReturn(reply));
        if (COLLECTION.indexOf(call) > 0) {
            COLLECTION.forEach(
                    step -> wire.stubFor(any(urlPathMatching(path(step))).willReturn(okJson(documented(step)))));
        }
        wire.stubFor(any(urlPathMatching(path(call))).willReturn(reply));
        return path(call);
    }

    /** The documented success of a call. */
    static String documented(String call) {
        return Row.all()
                .filter(row -> row.call().equals(call) && row.status() / 100 == 2)
                .findFirst()
                .orElseThrow()
                .body();
    }

    private static String path(String call) {
        String[] parts = call.split("-", 2);
        return (parts[0].equals("digilocker") ? "/v1/kyc/digilocker/" : "/" + parts[0] + "/ekyc/aadhaar/") + parts[1];
    }
}
