package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kycport.app.internal.session.InFlightSteps;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.observe.KycEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceCloseTest {

    private static final String CLOSED = "KycService is closed; stop taking requests before you close it";

    private final Harness harness = Harness.create();
    private final SessionId sent = harness.codeSent();

    @Test
    void close_waits_for_a_step_at_the_provider_and_its_verdict_is_stored() {
        CallBarrier provider = harness.provider.blockNext(ProviderCall.VERIFY_CODE);
        CompletableFuture<String> step =
                runAsync(() -> StepAssertions.describe(harness.submit(sent, TestInputs.RIGHT)));
        provider.awaitArrival();

        CompletableFuture<?> closing = closeAsync(harness.service);
        boolean waited = !closing.isDone();
        provider.release();
        closing.join();

        assertThat(waited).isTrue();
        assertThat(step.join()).isEqualTo("verified");
        assertThat(StepAssertions.describeState(
                        harness.withService(serviceWithoutListener()).find(sent)))
                .isEqualTo("verified");
    }

    @Test
    void a_step_taken_by_a_listener_belongs_to_the_outer_step() {
        AtomicReference<KycService> service = new AtomicReference<>();
        AtomicReference<String> within = new AtomicReference<>();
        service.set(harness.builderOn(harness.stores)
                .provider(harness.provider)
                .listener(event -> {
                    if (event instanceof KycEvent.Verified) {
                        within.set(StepAssertions.describe(service.get().complete(sent)));
                    }
                })
                .build());
        CallBarrier provider = harness.provider.blockNext(ProviderCall.VERIFY_CODE);
        CompletableFuture<?> step = runAsync(() -> service.get().submitCode(sent, TestInputs.code(TestInputs.RIGHT)));
        provider.awaitArrival();

        CompletableFuture<?> closing = closeAsync(service.get());
        provider.release();
        CompletableFuture.allOf(step, closing).join();

        assertThat(within).hasValue("completed");
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_service_rejects(ConcurrencyTest.Step step) {
        harness.service.close();
        harness.service.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> step.take(harness, sent))
                .withMessage(CLOSED);
    }

    @Test
    void a_closed_service_rejects_every_other_operation() {
        KycService service = harness.service;
        SubjectRef person = harness.find(sent).header().subject();

        service.close();

        Stream.<Runnable>of(
                        () -> service.open(TestInputs.request(Flow.DIRECT_OTP)),
                        () -> service.findSession(sent),
                        () -> service.consent(sent),
                        () -> service.audit(sent),
                        () -> service.complete(sent),
                        () -> service.resend(sent),
                        () -> service.withdrawConsents(person),
                        () -> service.reconcileDueSessions())
                .forEach(step ->
                        assertThatIllegalStateException().isThrownBy(step::run).withMessage(CLOSED));
    }

    @Test
    void close_does_not_wait_forever_for_a_hanging_step() {
        InFlightSteps inFlightSteps = new InFlightSteps();
        CallBarrier callBarrier = new CallBarrier();
        CompletableFuture<?> step = runAsync(() -> inFlightSteps.run(() -> {
            callBarrier.block();
            return "late";
        }));
        callBarrier.awaitArrival();

        inFlightSteps.close(Duration.ZERO);

        assertThat(step).isNotDone();
        callBarrier.release();
        assertThat(step.join()).isEqualTo("late");
    }

    private KycService serviceWithoutListener() {
        return harness.builderOn(harness.stores).provider(harness.provider).build();
    }

    /** The service as it is being closed: it takes no further step already. */
    private CompletableFuture<?> closeAsync(KycService service) {
        CompletableFuture<?> closing = runAsync(() -> {
            service.close();
            return "closed";
        });
        while (takesSteps(service)) {
            Thread.onSpinWait();
        }
        return closing;
    }

    private boolean takesSteps(KycService service) {
        try {
            return service.findSession(sent).isRight();
        } catch (IllegalStateException closed) {
            return false;
        }
    }

    private static <T> CompletableFuture<T> runAsync(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, thread -> new Thread(thread).start());
    }
}
