package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.recording.ReplyCase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That they catch something; that a good adapter passes them is shown by the adapters. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpContractsTest {

    @ParameterizedTest
    @ValueSource(classes = {Replies.class, Faults.class, Bounds.class, Secrecy.class})
    void every_test_goes_red_on_an_adapter_that_always_times_out(Class<?> contract) {
        assertThat(ContractRun.of(contract).red()).isNotEmpty().isEqualTo(ContractRun.testsOf(contract));
    }

    @ParameterizedTest
    @ValueSource(classes = {ErrorPages.class, Messages.class, IdentityFields.class})
    void every_test_goes_red_on_an_adapter_that_believes_everything(Class<?> contract) {
        assertThat(ContractRun.of(contract).red()).isNotEmpty().isEqualTo(ContractRun.testsOf(contract));
    }

    @Test
    void a_red_test_says_what_to_do() {
        assertThat(ContractRun.of(ErrorPages.class).message("no_error_page_proves_that_nothing_was_sent"))
                .contains("Only the vendor's own words may prove that nothing was sent");
    }

    @Test
    void a_missing_table_is_named() {
        assertThatThrownBy(() -> ReplyCase.of("nobody"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("src/test/resources/nobody/replies.jsonl");
        assertThatThrownBy(() -> ReplyCase.success("toy", "resend")).hasMessageContaining("no success of resend");
    }

    static final class Replies extends RepliesContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new AlwaysTimedOutCalls();
        }
    }

    static final class Faults extends FaultsContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new AlwaysTimedOutCalls();
        }
    }

    static final class Bounds extends OversizedReplyContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new AlwaysTimedOutCalls();
        }
    }

    static final class Secrecy extends SecrecyContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new AlwaysTimedOutCalls();
        }
    }

    static final class ErrorPages extends ErrorPageContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new GullibleHttpCalls();
        }
    }

    static final class Messages extends AmbiguousMessageContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new GullibleHttpCalls();
        }
    }

    static final class IdentityFields extends IdentityFieldsContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new GullibleHttpCalls();
        }
    }
}
