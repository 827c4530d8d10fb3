package dev.kycport.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.tck.ContractRun;
import dev.kycport.tck.http.VendorHttpCalls;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts of this package on adapters over the JDK's client, OkHttp and Apache's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpProviderContractsTest {

    private static final ThreadLocal<ExampleHttpCalls> ADAPTER =
            ThreadLocal.withInitial(() -> new ExampleHttpCalls(ExampleDefect.NONE, ExampleClient.JDK));

    private static final Map<Class<?>, Class<?>> CONTRACTS = Map.of(
            VendorAddressContract.class, Addresses.class,
            PersonalDataContract.class, People.class,
            NearMissContract.class, NearMisses.class,
            ConnectionContract.class, Connections.class);

    @AfterEach
    void reset() {
        ADAPTER.remove();
        ExampleHttpCalls.Cache.NAMES.clear();
    }

    static Stream<Arguments> correct() {
        return CONTRACTS.values().stream()
                .flatMap(contract -> Arrays.stream(ExampleClient.values())
                        .filter(client -> isHeldTo(contract, client))
                        .map(client -> Arguments.of(contract, client)));
    }

    static Stream<Arguments> broken() {
        return Arrays.stream(ExampleDefect.values())
                .filter(defect -> defect != ExampleDefect.NONE)
                .flatMap(defect -> Arrays.stream(ExampleClient.values()).map(client -> Arguments.of(defect, client)))
                .filter(arguments -> isSeen((ExampleDefect) arguments.get()[0], (ExampleClient)
                        arguments.get()[1]));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("correct")
    void a_correct_adapter_passes_every_test(Class<?> contract, ExampleClient client) {
        ADAPTER.set(new ExampleHttpCalls(ExampleDefect.NONE, client));

        assertThat(ContractRun.of(contract).green()).isEqualTo(ContractRun.testsOf(contract));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("broken")
    void a_broken_adapter_is_caught_by_the_test_of_that_name(ExampleDefect defect, ExampleClient client) {
        ADAPTER.set(new ExampleHttpCalls(defect, client));

        assertThat(ContractRun.of(CONTRACTS.get(defect.contract), defect.caughtBy)
                        .red())
                .containsExactly(defect.caughtBy);
    }

    @Test
    void every_test_goes_red_on_some_broken_adapter() {
        Set<String> tests = CONTRACTS.values().stream()
                .flatMap(contract -> ContractRun.testsOf(contract).stream())
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(ExampleDefect.values())
                        .filter(defect -> defect != ExampleDefect.NONE)
                        .map(defect -> defect.caughtBy)
                        .collect(Collectors.toSet()))
                .isEqualTo(tests);
    }

    @Test
    void a_red_test_says_what_to_mend() {
        assertThat(said(ExampleDefect.KEEPS_PEOPLE_IN_A_STATIC_CACHE))
                .contains("name in Cache.NAMES key", "Keep it in the method that makes the call");
        assertThat(said(ExampleDefect.LOGS_THE_NAME)).contains("name in the log", "Log no part of a reply");
        assertThat(said(ExampleDefect.REPORTS_TO_ANOTHER_HOST))
                .contains("statistics.invalid", "Call the base URL only");
    }

    private static String said(ExampleDefect defect) {
        ADAPTER.set(new ExampleHttpCalls(defect, ExampleClient.JDK));
        return ContractRun.of(CONTRACTS.get(defect.contract), defect.caughtBy).message(defect.caughtBy);
    }

    // Apache's client logs every byte that it sends and receives at its finest level, whatever the adapter does.
    private static boolean isHeldTo(Class<?> contract, ExampleClient client) {
        return contract != People.class || client != ExampleClient.APACHE;
    }

    // Apache's client does not ask the default ProxySelector.
    private static boolean isSeen(ExampleDefect defect, ExampleClient client) {
        return defect != ExampleDefect.REPORTS_TO_ANOTHER_HOST || client != ExampleClient.APACHE;
    }

    static final class Addresses extends VendorAddressContract {
        @Override
        protected VendorHttpCalls vendor() {
            return ADAPTER.get();
        }
    }

    static final class People extends PersonalDataContract {
        @Override
        protected VendorHttpCalls vendor() {
            return ADAPTER.get();
        }
    }

    static final class NearMisses extends NearMissContract {
        @Override
        protected VendorHttpCalls vendor() {
            return ADAPTER.get();
        }
    }

    static final class Connections extends ConnectionContract {
        @Override
        protected VendorHttpCalls vendor() {
            return ADAPTER.get();
        }
    }
}
