package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.recording.ReplyCase;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Error pages of a proxy, load balancer or firewall between us and the vendor are not the vendor's word. */
public abstract class ErrorPageContract extends HttpAdapterContract {

    private static final List<String> PAGES = List.of(
            "",
            "<!DOCTYPE html><html><head><title>ERROR</title></head><body>The request could not be satisfied</body></html>",
            "{\"message\": \"Service Unavailable\"}");

    /** Statuses that proxies send themselves; each is tried with every page, the others with one of them. */
    private static final Set<Integer> OF_PROXIES = Set.of(401, 403, 407, 408, 429, 500, 502, 503, 504, 512, 520, 522);

    private static final Duration DELAY = Duration.ofMinutes(30);

    /** A date in the header has whole seconds. */
    private static final Duration DELAY_OF_DATE =
            Duration.between(SampleValues.NOW, SampleValues.NOW.plus(DELAY).truncatedTo(ChronoUnit.SECONDS));

    /** For the adapter's test. */
    protected ErrorPageContract() {}

    final Stream<ReplyCase> outages() {
        return ReplyCase.of(vendor().vendor())
                .filter(reply -> reply.status() >= 500 && reply.expected().equals("source.down"));
    }

    /**
     * If it fails, let only the vendor's documented codes, texts or ids prove that nothing was sent, and make every other
     * reply of this status a failure that may have been delivered ({@code ProviderFailure.withoutProof()}).
     */
    @ParameterizedTest
    @MethodSource("calls")
    final void no_error_page_proves_that_nothing_was_sent(String call) {
        for (int status = 400; status < 600; status++) {
            for (String page : OF_PROXIES.contains(status) ? PAGES : List.of(PAGES.get(status % PAGES.size()))) {
                assertThat(answer(call, reply(status, page)))
                        .as(
                                "%s after %d with the body '%s': an error page is no proof. Only the vendor's own words may"
                                        + " prove that nothing was sent",
                                call, status, page)
                        .matches(failure -> !failure.provesNothingSent());
            }
        }
    }

    /** If it fails, tell a firewall's page from the vendor's word about the credentials; the operator must do another thing. */
    @ParameterizedTest
    @MethodSource("calls")
    final void a_firewalls_page_is_not_about_the_credentials(String call) {
        assertThat(answer(call, reply(403, PAGES.get(1))).code())
                .as("%s after a firewall's 403: use provider.blocked for a 403 without the vendor's own words", call)
                .isNotEqualTo("provider.credentials");
    }

    /** If it fails, check that the client does not drop the header, and that both its forms become the retry advice. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("outages")
    final void the_retry_after_of_an_outage_is_the_advice(ReplyCase outage) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                SampleValues.NOW.plus(DELAY).atOffset(ZoneOffset.UTC));

        for (String header : List.of(String.valueOf(DELAY.toSeconds()), date)) {
            assertThat(answer(outage.call(), reply(503, outage.body()).with("Retry-After", header))
                            .retryAdvice())
                    .as(
                            "%s after 503 with Retry-After: %s. Give the failure this delay (withRetryAfter)",
                            outage, header)
                    .isIn(RetryAdvice.after(DELAY), RetryAdvice.after(DELAY_OF_DATE));
        }
    }

    private ProviderFailure answer(String call, HttpReply reply) {
        stubReply(call, reply);
        Either<ProviderFailure, ?> answer = invoke(adapter(), call);
        assertThat(answer.isLeft()).as("%s: an error page is no verdict", call).isTrue();
        return answer.getLeft();
    }

    private static HttpReply reply(int status, String body) {
        return HttpReply.of(status).withBody(body);
    }
}
