package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.KycEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosingTest {

    private static final String CLOSED =
            "KycPort is closed and takes no further step: stop taking requests, then close";

    private final World world = World.usual();
    private final SessionId sent = world.sent();

    @Test
    void a_step_at_the_provider_is_waited_for_and_its_verdict_is_on_record() {
        Hold provider = world.provider.hold(ProviderCall.VERIFY_CODE);
        CompletableFuture<String> step = aside(() -> Told.by(world.submit(sent, Typed.RIGHT)));
        provider.awaitArrival();

        CompletableFuture<?> closing = closing(world.service);
        boolean waited = !closing.isDone();
        provider.release();
        closing.join();

        assertThat(waited).isTrue();
        assertThat(step.join()).isEqualTo("verified");
        assertThat(Told.state(world.through(another()).look(sent))).isEqualTo("verified");
    }

    @Test
    void what_a_listener_does_within_a_step_is_part_of_it() {
        AtomicReference<KycService> service = new AtomicReference<>();
        AtomicReference<String> within = new AtomicReference<>();
        service.set(world.over(world.stores)
                .provider(world.provider)
                .listener(event -> {
                    if (event instanceof KycEvent.Verified) {
                        within.set(Told.by(service.get().complete(sent)));
                    }
                })
                .build());
        Hold provider = world.provider.hold(ProviderCall.VERIFY_CODE);
        CompletableFuture<?> step = aside(() -> service.get().submitCode(sent, Typed.code(Typed.RIGHT)));
        provider.awaitArrival();

        CompletableFuture<?> closing = closing(service.get());
        provider.release();
        CompletableFuture.allOf(step, closing).join();

        assertThat(within).hasValue("completed");
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_service_takes_no(ConcurrencyTest.Step step) {
        world.service.close();
        world.service.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> step.take(world, sent))
                .withMessage(CLOSED);
    }

    @Test
    void nor_does_it_show_or_change_anything_else() {
        KycService service = world.service;
        SubjectRef person = world.look(sent).dossier().subject();

        service.close();

        Stream.<Runnable>of(
                        () -> service.open(Typed.request(Flow.DIRECT_OTP)),
                        () -> service.look(sent),
                        () -> service.consent(sent),
                        () -> service.audit(sent),
                        () -> service.complete(sent),
                        () -> service.resend(sent),
                        () -> service.withdrawConsents(person),
                        () -> service.settleDue())
                .forEach(step ->
                        assertThatIllegalStateException().isThrownBy(step::run).withMessage(CLOSED));
    }

    @Test
    void a_step_that_hangs_is_given_up() {
        Steps steps = new Steps();
        Hold hold = new Hold();
        CompletableFuture<?> step = aside(() -> steps.take(() -> {
            hold.pass();
            return "late";
        }));
        hold.awaitArrival();

        steps.close(Duration.ZERO);

        assertThat(step).isNotDone();
        hold.release();
        assertThat(step.join()).isEqualTo("late");
    }

    private KycService another() {
        return world.over(world.stores).provider(world.provider).build();
    }

    /** The service as it is being closed: it takes no further step already. */
    private CompletableFuture<?> closing(KycService service) {
        CompletableFuture<?> closing = aside(() -> {
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
            return service.look(sent).isRight();
        } catch (IllegalStateException closed) {
            return false;
        }
    }

    private static <T> CompletableFuture<T> aside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, thread -> new Thread(thread).start());
    }
}
