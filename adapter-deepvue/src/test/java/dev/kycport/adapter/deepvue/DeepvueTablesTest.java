package dev.kycport.adapter.deepvue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.deepvue.DeepvueReplies.Said;
import dev.kycport.adapter.feign.Problem;
import dev.kycport.adapter.feign.VerdictTable;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.SendVerdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a line of {@code replies.jsonl} cannot say, since it has no headers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DeepvueTablesTest {

    @Test
    void a_pending_code_is_pending_for_as_long_as_deepvue_says() {
        assertThat(pending(DeepvueTables.SEND, Duration.ofSeconds(90)).retryAfter())
                .hasValue(Duration.ofSeconds(90));
        assertThat(pending(DeepvueTables.CAPTCHA_SEND, Duration.ofSeconds(90)).retryAfter())
                .hasValue(Duration.ofSeconds(90));
    }

    private static SendVerdict.CodePending pending(VerdictTable<Said, ?> table, Duration told) {
        Said said = new Said(
                Optional.of("409"), Optional.empty(), Optional.of("VERIFICATION_PENDING"), "", Optional.empty());
        VendorTrace trace = said.trace(Deepvue.ID, 409);
        return (SendVerdict.CodePending) table.refused(new Problem<>(409, Optional.of(told), said), trace)
                .get();
    }
}
