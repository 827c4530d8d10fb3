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
 * The cost of the domain's transitions in one direct-OTP session, from opening to the verified identity, compared with four
 * transitions of a state machine library whose states carry no data.
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

    /** All transitions of a session. Each state is consumed, as if it were stored. */
    @Benchmark
    public KycSession oneSession(Blackhole blackhole) {
        var opened = KycSession.open(fixture.header);
        blackhole.consume(opened);
        var consented = opened.giveConsent(fixture.consent);
        blackhole.consume(consented);
        var requested = consented.requestCode(OtpPolicy.DEFAULT, fixture.now).get();
        blackhole.consume(requested);
        var awaiting = requested.with(requested.otp().sent(fixture.reference, OtpPolicy.DEFAULT, fixture.now));
        blackhole.consume(awaiting);
        var judging = awaiting.submit(fixture.now).get();
        blackhole.consume(judging);
        return judging.verify(judging.otp().right(), fixture.identity, SessionPolicy.DEFAULT, fixture.now);
    }

    /** Four transitions of a new machine with a shared configuration. */
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
