package dev.kycport.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.concurrency.BoundedCall;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.recording.ReplyCase;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every HTTP adapter owes, call by call, whatever the reply says or the network does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class HttpAdapterContract {

    /** No reply of the kit takes as long, however busy the machine is. */
    private static final Duration LIMIT = VendorEndpoint.LONG.multipliedBy(3);

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

    /** Answers that call with this reply, and its additional calls as documented. */
    final void stubReply(String call, ResponseDefinitionBuilder reply) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(reply));
        vendor().additionalCalls(call)
                .forEach(step -> server.stubFor(requestTo(step).willReturn(okJson(documentedReply(step)))));
        server.stubFor(requestTo(call).willReturn(reply));
    }

    /** Makes that call. */
    final Either<ProviderFailure, ?> invoke(KycProvider adapter, String call) {
        return BoundedCall.run(LIMIT, () -> vendor().invoke(adapter, call));
    }

    /** Fails if the provider has not received the request of that call, so that nothing was tested. */
    final void assertArrived(String call, String what) {
        assertThat(server.findAll(anyRequestedFor(urlPathMatching(vendor().path(call)))))
                .as(
                        "requests of %s for %s. Without one nothing is tested: check that the adapter sends it to the path %s",
                        call, what, vendor().path(call))
                .isNotEmpty();
    }

    /** The documented success of that call. */
    final String documentedReply(String call) {
        return ReplyCase.success(vendor().vendor(), call).body();
    }

    private MappingBuilder requestTo(String call) {
        return any(urlPathMatching(vendor().path(call)));
    }
}
