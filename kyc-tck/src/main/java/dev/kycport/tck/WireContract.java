package dev.kycport.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every adapter that talks HTTP owes, call by call, whatever is said to it or happens on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class WireContract {

    @RegisterExtension
    final WireMockExtension wire = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig()
                    .dynamicPort()
                    .dynamicHttpsPort()
                    .gzipDisabled(true))
            .build();

    /** The adapter under test. */
    protected abstract VendorCalls vendor();

    final List<String> calls() {
        return vendor().calls();
    }

    final String http() {
        return "http://127.0.0.1:" + wire.getPort();
    }

    /** Answers that call so, and those around it as documented. */
    final void play(String call, ResponseDefinitionBuilder reply) {
        wire.resetAll();
        wire.stubFor(any(anyUrl()).willReturn(reply));
        vendor().around(call).forEach(step -> wire.stubFor(asked(step).willReturn(okJson(documented(step)))));
        wire.stubFor(asked(call).willReturn(reply));
    }

    /** The documented success of that call. */
    final String documented(String call) {
        return Row.success(vendor().vendor(), call).body();
    }

    private MappingBuilder asked(String call) {
        return any(urlPathMatching(vendor().path(call)));
    }
}
