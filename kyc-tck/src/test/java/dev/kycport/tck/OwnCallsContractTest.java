package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.tck.http.VendorHttpCalls;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnCallsContractTest {

    private static final ThreadLocal<TokenToy.Defect> DEFECT = ThreadLocal.withInitial(() -> TokenToy.Defect.NONE);

    @AfterEach
    void reset() {
        DEFECT.remove();
    }

    @Test
    void a_correct_adapter_passes_every_test() {
        ContractRun run = ContractRun.of(Toy.class);

        assertThat(run.green()).isEqualTo(ContractRun.testsOf(Toy.class));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_broken_adapter_is_caught_by_the_test_of_that_name(TokenToy.Defect defect) {
        DEFECT.set(defect);

        ContractRun run = ContractRun.of(Toy.class, defect.caughtBy);

        assertThat(run.red()).contains(defect.caughtBy);
    }

    @Test
    void every_test_goes_red_on_some_broken_adapter() {
        Set<String> caught = Arrays.stream(TokenToy.Defect.values())
                .map(defect -> defect.caughtBy)
                .filter(test -> !test.isEmpty())
                .collect(Collectors.toSet());

        assertThat(caught).isEqualTo(ContractRun.testsOf(Toy.class));
    }

    static final class Toy extends OwnCallsContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new TokenToy(DEFECT.get());
        }

        @Override
        protected Duration life() {
            return TokenToy.LIFE;
        }
    }
}
