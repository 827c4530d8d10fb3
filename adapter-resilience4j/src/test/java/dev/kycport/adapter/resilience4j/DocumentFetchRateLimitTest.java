package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.resilience4j.GuardConfig.Window;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.observe.ProviderHealth;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentFetchRateLimitTest {

    private static final int MOST = 20;

    private GuardHarness at = guarding(Window.perMinute(MOST));

    @ParameterizedTest
    @CsvSource({"AADHAAR, 1", "PAN, 2", "AADHAAR PAN, 3", "PAN DRIVING_LICENCE, 3", "AADHAAR PAN DRIVING_LICENCE, 4"})
    void a_collection_takes_a_turn_for_every_request_it_may_make(String documents, int turns) {
        collect(SampleValues.anyReference(), documents);

        assertThat(left()).isEqualTo(MOST - turns);
    }

    @ParameterizedTest
    @CsvSource({"AADHAAR, 2", "PAN, 3", "AADHAAR PAN DRIVING_LICENCE, 5"})
    void a_grant_and_its_collection_cost_no_more_than_their_requests(String documents, int turns) {
        ProviderReference reference = offered();
        int before = left();

        takeUp(reference);
        collect(reference, documents);

        assertThat(before - left()).isEqualTo(turns);
    }

    @Test
    void a_grant_is_not_spent_before_there_are_turns_for_its_collection_too() {
        at = guarding(Window.perMinute(6));
        ProviderReference reference = offered();
        at.send(1);
        int before = at.callsReceived();

        Either<ProviderFailure, GrantVerdict> answer = takeUp(reference);

        assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.THROTTLED);
        assertThat(at.callsReceived()).isEqualTo(before);
    }

    @Test
    void the_collection_that_follows_a_grant_is_not_held_back_however_many_come_between() {
        at = guarding(Window.perMinute(6));
        ProviderReference reference = offered();
        takeUp(reference);
        at.send(10);

        assertThat(collect(reference, "AADHAAR PAN DRIVING_LICENCE").isRight()).isTrue();
        assertThat(collect(reference, "AADHAAR").getLeft().kind()).isEqualTo(ProviderFailure.Kind.THROTTLED);
    }

    @Test
    void a_grant_that_opens_nothing_costs_one_turn() {
        ProviderReference reference = offered();
        int before = left();
        at.provider.setFaults(FaultyProvider.Fault.failing(ProviderFailure::timedOut));

        takeUp(reference);

        assertThat(before - left()).isEqualTo(1);
    }

    @Test
    void where_a_window_has_fewer_turns_than_a_call_has_requests_it_takes_them_all() {
        at = guarding(Window.perSecond(1), Window.perMinute(30));
        ProviderReference reference = offered();
        at.clock.advance(Duration.ofSeconds(1));

        assertThat(takeUp(reference).isRight()).isTrue();
        assertThat(collect(reference, "AADHAAR PAN").isRight()).isTrue();
    }

    private static GuardHarness guarding(Window... windows) {
        return new GuardHarness(
                GuardConfig.defaults().withMaxWait(Duration.ZERO).withWindows(windows));
    }

    private ProviderReference offered() {
        return gateway()
                .requestAuthorization(
                        proof(ProviderCall.OFFER_AUTHORIZATION),
                        SampleValues.anyRedirectUrl(),
                        SampleValues.everyDocument())
                .get()
                .reference();
    }

    private Either<ProviderFailure, GrantVerdict> takeUp(ProviderReference reference) {
        AuthorizationCode code = AuthorizationCode.parse("granted").get();
        return gateway().exchangeGrant(proof(ProviderCall.TAKE_UP_AUTHORIZATION), reference, code);
    }

    private Either<ProviderFailure, DocumentsVerdict> collect(ProviderReference reference, String documents) {
        Set<DocumentType> wanted = Arrays.stream(documents.split(" ", -1))
                .map(DocumentType::valueOf)
                .collect(Collectors.toSet());
        return gateway()
                .fetchDocuments(
                        proof(ProviderCall.COLLECT_DOCUMENTS),
                        reference,
                        wanted,
                        Optional.of(SampleValues.anyHolder()));
    }

    private ConsentProof proof(ProviderCall call) {
        return SampleValues.anyProof(at.provider.id(), call);
    }

    private DigiLockerGateway gateway() {
        return at.guarded.digiLocker().orElseThrow();
    }

    private int left() {
        ProviderHealth providerHealth = at.guarded.health();
        return providerHealth.limits().get(1).remaining();
    }
}
