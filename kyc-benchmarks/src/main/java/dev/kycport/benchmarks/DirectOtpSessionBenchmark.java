package dev.kycport.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionPolicy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What the domain's moves of one whole direct-OTP session cost, from opening to the verified identity, beside a state machine
 * library that makes four transitions and carries no data.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class DirectOtpSessionBenchmark {

    private final DirectOtpFixture fixture = new DirectOtpFixture();
    private final StateMachineConfig<Stateless4jState, Stateless4jTrigger> transitions = Stateless4jState.transitions();

    /** Open, consent, request, sent, submit, right, verify; every state is handed out, as if it were stored. */
    @Benchmark
    public KycSession oneSession(Blackhole store) {
        var opened = KycSession.open(fixture.sessionHeader);
        store.consume(opened);
        var consented = opened.giveConsent(fixture.consent);
        store.consume(consented);
        var requested = consented.requestCode(OtpPolicy.DEFAULT, fixture.now).get();
        store.consume(requested);
        var awaiting = requested.with(requested.otp().sent(fixture.reference, OtpPolicy.DEFAULT, fixture.now));
        store.consume(awaiting);
        var judging = awaiting.submit(fixture.now).get();
        store.consume(judging);
        return judging.verify(judging.otp().right(), fixture.identity, SessionPolicy.DEFAULT, fixture.now);
    }

    /** A new machine over a shared table, and four transitions. */
    @Benchmark
    public Stateless4jState fourTransitionsOfStateless4j() {
        StateMachine<Stateless4jState, Stateless4jTrigger> machine =
                new StateMachine<>(Stateless4jState.OPENED, transitions);
        machine.fire(Stateless4jTrigger.CONSENT);
        machine.fire(Stateless4jTrigger.SEND);
        machine.fire(Stateless4jTrigger.SUBMIT);
        machine.fire(Stateless4jTrigger.VERIFY);
        return machine.getState();
    }
}
