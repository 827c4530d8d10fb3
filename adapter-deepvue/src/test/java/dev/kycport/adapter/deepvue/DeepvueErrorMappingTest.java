package dev.kycport.adapter.deepvue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.deepvue.DeepvueReplies.DeepvueStatus;
import dev.kycport.adapter.feign.ErrorResponse;
import dev.kycport.adapter.feign.ResponseRules;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.gateway.SendVerdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a line of {@code replies.jsonl} cannot say, since it has no headers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DeepvueErrorMappingTest {

    @Test
    void a_pending_code_is_pending_for_as_long_as_deepvue_says() {
        assertThat(pendingVerdict(DeepvueErrorMapping.SEND, Duration.ofSeconds(90))
                        .retryAfter())
                .hasValue(Duration.ofSeconds(90));
        assertThat(pendingVerdict(DeepvueErrorMapping.CAPTCHA_SEND, Duration.ofSeconds(90))
                        .retryAfter())
                .hasValue(Duration.ofSeconds(90));
    }

    private static SendVerdict.CodePending pendingVerdict(ResponseRules<DeepvueStatus, ?> rules, Duration wait) {
        DeepvueStatus status = new DeepvueStatus(
                Optional.of("409"), Optional.empty(), Optional.of("VERIFICATION_PENDING"), "", Optional.empty(), false);
        VendorTrace trace = status.trace(DeepvueProviderFactory.ID, 409);
        return (SendVerdict.CodePending)
                rules.interpretError(new ErrorResponse<>(409, Optional.of(wait), status), trace)
                        .get();
    }
}
