package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.tck.recording.FlowCalls;
import dev.kycport.tck.recording.ProviderBehaviour;
import io.vavr.control.Either;
import org.junit.jupiter.api.Test;

/** What every gateway owes, whatever its port: every failure is classified, and nothing is leaked or repeated. */
public abstract class GatewayContract<G> extends RecordedGatewayContract<G> {

    GatewayContract(Flow flow) {
        super(flow);
    }

    /** If it fails, check that a refused connection is distinguished from a lost one: only the former allows failover. */
    @Test
    final void a_refused_connection_proves_that_nothing_was_sent() {
        assertFails(ProviderBehaviour.UNREACHABLE);
        assertRequestCount(ProviderBehaviour.UNREACHABLE, 0);
    }

    /** If it fails, check what a read time-out is translated to: the code may be on its way, the attempt may be counted. */
    @Test
    final void a_time_out_may_have_been_delivered() {
        assertFails(ProviderBehaviour.TIMES_OUT);
    }

    /** If it fails, check the HTTP client's and the framework's own retries on a time-out: switch them all off. */
    @Test
    final void a_time_out_is_not_repeated_behind_our_back() {
        assertSentOnce(ProviderBehaviour.TIMES_OUT);
    }

    /** If it fails, check that there is one deadline for the whole call: a time-out between two bytes never strikes. */
    @Test
    final void a_reply_that_never_ends_is_a_time_out() {
        assertFails(ProviderBehaviour.TRICKLES);
        assertSentOnce(ProviderBehaviour.TRICKLES);
    }

    /** If it fails, check what a connection that closes without a reply is translated to: it is not a refused one. */
    @Test
    final void a_dropped_connection_may_have_been_delivered() {
        assertFails(ProviderBehaviour.DROPS_CONNECTION);
        assertFails(ProviderBehaviour.RESETS_CONNECTION);
    }

    /** If it fails, check the HTTP client: some repeat a POST of their own accord when the connection drops. */
    @Test
    final void a_dropped_connection_is_not_repeated_behind_our_back() {
        assertSentOnce(ProviderBehaviour.DROPS_CONNECTION);
        assertSentOnce(ProviderBehaviour.RESETS_CONNECTION);
    }

    /** If it fails, check that the whole body is read before anything is concluded from it. */
    @Test
    final void a_reply_that_breaks_off_is_never_success() {
        assertFails(ProviderBehaviour.BREAKS_OFF);
    }

    /** If it fails, check what the decoder makes of no body at all: many hand out null. */
    @Test
    final void an_empty_reply_is_unintelligible_and_never_success() {
        assertFails(ProviderBehaviour.EMPTY_REPLY);
    }

    /** If it fails, check where the decoder's exceptions end up. */
    @Test
    final void a_garbage_reply_is_unintelligible_and_never_success() {
        assertFails(ProviderBehaviour.GARBAGE_REPLY);
    }

    /** If it fails, check what is concluded from an HTTP status alone: a page between us and the provider proves nothing. */
    @Test
    final void an_error_page_is_unintelligible() {
        assertFails(ProviderBehaviour.ERROR_PAGE);
    }

    /** If it fails, check that reading stops at the limit instead of being measured afterwards. */
    @Test
    final void an_over_long_reply_is_refused() {
        assertFails(ProviderBehaviour.OVER_LONG_REPLY);
        forCallsWithEffect(
                ProviderBehaviour.OVER_LONG_REPLY,
                observedOutcome -> assertThat(observedOutcome.failure().reason())
                        .as(observedOutcome.toString())
                        .contains(UnintelligibleReason.TOO_LARGE));
    }

    /** If it fails, check that the HTTP client follows no redirect: it would carry number and credentials elsewhere. */
    @Test
    final void a_redirect_is_not_followed() {
        assertFails(ProviderBehaviour.REDIRECTS);
        assertSentOnce(ProviderBehaviour.REDIRECTS);
    }

    /** If it fails, check what a reply with none of the known fields is taken for: HTTP 200 is not a success. */
    @Test
    final void an_unknown_reply_is_unintelligible_and_never_success() {
        assertFails(ProviderBehaviour.UNKNOWN_SHAPE);
    }

    /** If it fails, check that only the vendor's own word for success counts as one. */
    @Test
    final void an_unknown_code_under_success_is_unintelligible() {
        assertFails(ProviderBehaviour.UNKNOWN_CODE_UNDER_SUCCESS);
    }

    /** If it fails, check that a reply's parts are looked at before it is believed. */
    @Test
    final void a_success_that_lacks_a_part_is_unintelligible() {
        assertFails(ProviderBehaviour.MISSING_FIELD);
    }

    /** If it fails, check how the vendor says "too many calls", and that it is not taken for used-up quota. */
    @Test
    final void too_many_calls_are_reported_as_such() {
        assertFails(ProviderBehaviour.THROTTLED);
    }

    /** If it fails, check the framework's retries on HTTP 429 or 503 with {@code Retry-After}: switch them off. */
    @Test
    final void a_throttled_call_is_not_repeated_behind_our_back() {
        assertSentOnce(ProviderBehaviour.THROTTLED);
    }

    /** If it fails, check every status and code by which the vendor refuses credentials: the operator must hear of it. */
    @Test
    final void bad_credentials_are_reported_as_such() {
        assertFails(ProviderBehaviour.BAD_CREDENTIALS);
    }

    /** If it fails, check that a used-up balance is distinguished from throttling, which ends by itself. */
    @Test
    final void a_used_up_quota_is_reported_as_such() {
        assertFails(ProviderBehaviour.QUOTA_USED);
    }

    /** If it fails, check that a request called invalid is neither a verdict about the person nor proof that nothing happened. */
    @Test
    final void a_refused_request_is_reported_as_such() {
        assertFails(ProviderBehaviour.REFUSES_REQUEST);
    }

    /** If it fails, check how the vendor says that UIDAI or DigiLocker is down: it is not the vendor's own failure. */
    @Test
    final void a_source_that_is_down_is_reported_as_such() {
        assertFails(ProviderBehaviour.SOURCE_DOWN);
    }

    /** If it fails, check that a source that timed out is distinguished from one that is down: it may have acted. */
    @Test
    final void a_source_that_times_out_may_have_been_delivered() {
        assertFails(ProviderBehaviour.SOURCE_TIMES_OUT);
    }

    /** If it fails, check that the trace is made from the configured provider id, not from a constant. */
    @Test
    final void every_failure_names_its_provider() {
        forEveryOutcome(observedOutcome -> observedOutcome
                .result()
                .filter(Either::isLeft)
                .ifPresent(failed -> assertThat(failed.getLeft().trace().provider())
                        .as(observedOutcome.toString())
                        .isEqualTo(observedOutcome.provider())));
    }

    /** If it fails, check what the failure's trace quotes, and that no library's exception gets out, not as a cause either. */
    @Test
    final void no_failure_carries_the_number_or_the_code() {
        forEveryOutcome(observedOutcome -> {
            observedOutcome.thrown().ifPresent(thrown -> assertNoSecretIn(observedOutcome, "exception", thrown));
            observedOutcome
                    .result()
                    .filter(Either::isLeft)
                    .ifPresent(failed -> assertNoSecretIn(observedOutcome, "failure", failed.getLeft()));
        });
    }

    /** If it fails, check what is taken over from the reply: whole numbers, share codes and links stay behind. */
    @Test
    final void the_full_number_never_leaves_the_adapter() {
        forEveryOutcome(observedOutcome -> observedOutcome
                .result()
                .filter(Either::isRight)
                .ifPresent(concluded -> assertNoSecretIn(observedOutcome, "verdict", concluded.get())));
    }

    /** If it fails, check the HTTP client's request log, and for prints: URLs and bodies hold number, code and credentials. */
    @Test
    final void no_log_line_carries_a_secret() {
        forEveryOutcome(observedOutcome -> assertNoSecretIn(observedOutcome, "log", observedOutcome.log()));
    }

    /** If it fails, check that everything which can go wrong on the way is caught and translated. */
    @Test
    final void a_gateway_answers_and_never_throws() {
        forEveryOutcome(observedOutcome -> {
            assertThat(observedOutcome.thrown()).as(observedOutcome.toString()).isEmpty();
            assertThat(observedOutcome.result())
                    .as("%s: an answer, and not null", observedOutcome)
                    .isPresent();
        });
    }

    /** If it fails, check for a second request after a reply: a person gets one code, and an attempt is spent once. */
    @Test
    final void what_has_an_effect_is_asked_once() {
        forEveryOutcome(observedOutcome -> {
            if (FlowCalls.hasEffect(observedOutcome.call())) {
                assertThat(observedOutcome.repeats())
                        .as(observedOutcome.toString())
                        .isEmpty();
            }
        });
    }

    /** If it fails, check every field of gateway and line for what belongs to one call: its request, reference, code, answer. */
    @Test
    final void many_who_ask_at_once_are_not_mixed_up() {
        ProviderBehaviour.successes(flow).forEach(this::checkIsolation);
    }

    /** If it fails, compare the request with the recording: method, path, query, headers and body are the contract. */
    @Test
    final void secrets_go_only_where_the_recording_expects_them() {
        forEveryOutcome(observedOutcome -> assertThat(observedOutcome.mismatches())
                .as(observedOutcome.toString())
                .isEmpty());
    }

    /** If it fails, a gap is declared for something that every provider or network shows, or without a reason. */
    @Test
    final void gaps_are_declared_only_where_a_provider_may_lack_a_behaviour() {
        assertThat(gaps()).allSatisfy((behaviour, reason) -> {
            assertThat(behaviour.nature())
                    .as("%s is no gap: %s", behaviour.code(), behaviour.nature().shownBy())
                    .isEqualTo(ProviderBehaviour.Nature.OPTIONAL);
            assertThat(behaviour.calls(flow))
                    .as(behaviour.code() + " in this flow")
                    .isNotEmpty();
            assertThat(reason).as("reason for " + behaviour.code()).isNotBlank();
        });
    }
}
