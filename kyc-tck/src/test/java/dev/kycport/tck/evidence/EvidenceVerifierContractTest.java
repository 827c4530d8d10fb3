package dev.kycport.tck.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.ports.evidence.EvidenceVerifier;
import dev.kycport.tck.ContractRun;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceVerifierContractTest {

    private static final ThreadLocal<Set<ToyVerifier.Fault>> FAULTS = ThreadLocal.withInitial(Set::of);

    @AfterEach
    void forget() {
        FAULTS.remove();
    }

    @Test
    void a_correct_verifier_passes_every_test() {
        ContractRun run = ContractRun.of(Toys.class);

        assertThat(run.green()).isEqualTo(ContractRun.testsOf(Toys.class));
    }

    @ParameterizedTest
    @EnumSource
    void a_broken_verifier_is_caught(BrokenVerifiers broken) {
        FAULTS.set(broken.faults);

        assertThat(ContractRun.of(Toys.class, broken.caughtBy).red()).contains(broken.caughtBy);
    }

    @Test
    void every_test_goes_red_on_some_broken_verifier() {
        Set<String> caught = new TreeSet<>();
        Arrays.stream(BrokenVerifiers.values()).forEach(broken -> caught.add(broken.caughtBy));

        assertThat(caught).isEqualTo(ContractRun.testsOf(Toys.class));
    }

    static final class Toys extends EvidenceVerifierContract {
        @Override
        protected EvidenceVerifier verifierTrusting(List<X509Certificate> signers) {
            return new ToyVerifier(signers, FAULTS.get());
        }
    }
}
