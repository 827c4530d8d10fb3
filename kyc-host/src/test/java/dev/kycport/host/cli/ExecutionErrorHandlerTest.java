package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TerminalCapabilities;
import dev.kycport.ports.store.StoreUnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExecutionErrorHandlerTest {

    private final StringWriter written = new StringWriter();
    private boolean verbose;
    private final ExecutionErrorHandler executionErrorHandler = new ExecutionErrorHandler(
            new Terminal(new PrintWriter(written), TerminalCapabilities.PLAIN), () -> verbose);

    @Test
    void a_store_that_cannot_be_reached_says_so() {
        int status = executionErrorHandler.report(new StoreUnavailableException("the store kyc.db cannot be opened"));

        assertThat(written).hasToString("kyc: the store kyc.db cannot be opened" + System.lineSeparator());
        assertThat(status).isEqualTo(2);
    }

    @Test
    void an_internal_error_is_one_line_without_its_message() {
        executionErrorHandler.report(new IllegalStateException("999941057058"));

        assertThat(written.toString().lines()).hasSize(1);
        assertThat(written.toString())
                .contains("IllegalStateException", "--verbose")
                .doesNotContain("9999");
    }

    @Test
    void verbose_prints_the_stack_trace_without_messages() {
        verbose = true;

        executionErrorHandler.report(new IllegalStateException("999941057058", new IllegalArgumentException("123456")));

        assertThat(written.toString())
                .contains("ExecutionErrorHandlerTest", "IllegalArgumentException")
                .doesNotContain("9999", "123456");
    }
}
