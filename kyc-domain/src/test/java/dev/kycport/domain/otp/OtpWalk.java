package dev.kycport.domain.otp;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.Sample;
import dev.kycport.domain.otp.OtpChallenge.AwaitingCode;
import dev.kycport.domain.otp.OtpChallenge.Judging;
import dev.kycport.domain.otp.OtpChallenge.Requested;
import dev.kycport.domain.otp.OtpChallenge.Resendable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A challenge that an arbitrary person and an arbitrary provider play with while the clock moves. */
final class OtpWalk {

    final OtpPolicy policy;
    OtpChallenge state;
    Instant now = Sample.NOW;
    int guesses;
    int codes;

    OtpWalk(OtpPolicy policy) {
        this.policy = policy;
        this.state = OtpChallenge.request(policy, now);
    }

    void step(int choice, int seconds) {
        now = now.plusSeconds(seconds);
        if (state instanceof Requested requested) {
            state = answer(requested, choice % 6);
        } else if (state instanceof Judging judging) {
            state = judge(judging, choice % 5);
        } else if (state instanceof AwaitingCode code && choice % 3 > 0) {
            state = choice % 3 == 1 ? submit(code) : code.expire();
        } else if (state instanceof Resendable resendable) {
            state = resend(resendable);
        }
    }

    private OtpChallenge answer(Requested requested, int choice) {
        return switch (choice) {
            case 0, 1 -> sent(requested);
            case 2 -> requested.lost(policy, now);
            case 3 -> requested.pending(Optional.empty(), policy, Duration.ofSeconds(60), now);
            case 4 ->
                requested.pending(Optional.of(new ProviderReference("ref-0")), policy, Duration.ofSeconds(60), now);
            default -> unsent(requested);
        };
    }

    private OtpChallenge sent(Requested requested) {
        codes++;
        return requested.sent(Sample.anyReference(), policy, now);
    }

    private OtpChallenge unsent(Requested requested) {
        return requested
                .unsent()
                .<OtpChallenge>map(before -> before)
                .orElseGet(() -> OtpChallenge.request(policy, now));
    }

    private OtpChallenge judge(Judging judging, int choice) {
        return switch (choice) {
            case 0, 1 -> judging.wrong();
            case 2 -> judging.lost();
            case 3 -> judging.expired();
            default -> unsent(judging);
        };
    }

    private OtpChallenge unsent(Judging judging) {
        guesses--;
        return judging.unsent();
    }

    private OtpChallenge submit(AwaitingCode code) {
        return code.submit(now)
                .peek(judging -> guesses++)
                .<OtpChallenge>map(judging -> judging)
                .getOrElse(code);
    }

    private OtpChallenge resend(Resendable from) {
        return from.resend(now).<OtpChallenge>map(requested -> requested).getOrElse(from);
    }
}
