package dev.kycport.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.tck.ContractRun;
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
class ProviderFactoryContractTest {

    private static final ThreadLocal<BrokenFactory.Defect> DEFECT =
            ThreadLocal.withInitial(() -> BrokenFactory.Defect.NONE);

    @AfterEach
    void reset() {
        DEFECT.remove();
    }

    @Test
    void a_correct_factory_passes_every_test() {
        assertThat(ContractRun.of(Factory.class).green()).isEqualTo(ContractRun.testsOf(Factory.class));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_broken_factory_is_caught_by_the_test_of_that_name(BrokenFactory.Defect defect) {
        DEFECT.set(defect);

        ContractRun run = ContractRun.of(Factory.class, defect.caughtBy);

        assertThat(run.red()).containsExactly(defect.caughtBy);
    }

    @Test
    void every_test_goes_red_on_some_broken_factory() {
        Set<String> caught = Arrays.stream(BrokenFactory.Defect.values())
                .map(defect -> defect.caughtBy)
                .filter(test -> !test.isEmpty())
                .collect(Collectors.toSet());

        assertThat(caught).isEqualTo(ContractRun.testsOf(Factory.class));
    }

    @Test
    void a_red_test_names_the_setting() {
        DEFECT.set(BrokenFactory.Defect.READS_AN_UNDECLARED_SETTING);

        assertThat(ContractRun.of(Factory.class, "only_declared_settings_are_read")
                        .message("only_declared_settings_are_read"))
                .contains("region is read and not declared, so a host refuses it as unknown");
    }

    static final class Factory extends ProviderFactoryContract {
        @Override
        protected ProviderFactory factory() {
            BrokenFactory.Defect defect = DEFECT.get();
            return defect == BrokenFactory.Defect.NONE
                    ? new BrokenFactory()
                    : defect == BrokenFactory.Defect.IS_NOT_REGISTERED
                            ? new BrokenFactory.Unregistered()
                            : new BrokenFactory(defect);
        }
    }
}
