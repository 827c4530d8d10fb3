package dev.kycport.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.recording.ReplyCase;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every adapter that talks HTTP owes, call by call, whatever is said to it or happens on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class HttpAdapterContract {

    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig()
                    .dynamicPort()
                    .dynamicHttpsPort()
                    .gzipDisabled(true))
            .build();

    /** The adapter under test. */
    protected abstract VendorHttpCalls vendor();

    final List<String> calls() {
        return vendor().calls();
    }

    final String http() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** Answers that call so, and those around it as documented. */
    final void stubReply(String call, ResponseDefinitionBuilder reply) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(reply));
        vendor().additionalCalls(call)
                .forEach(step -> server.stubFor(requestTo(step).willReturn(okJson(documentedReply(step)))));
        server.stubFor(requestTo(call).willReturn(reply));
    }

    /** The documented success of that call. */
    final String documentedReply(String call) {
        return ReplyCase.success(vendor().vendor(), call).body();
    }

    private MappingBuilder requestTo(String call) {
        return any(urlPathMatching(vendor().path(call)));
    }
}
