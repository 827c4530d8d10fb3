package dev.kycport.domain.session;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.Sample;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession.AwaitingAuthorization;
import dev.kycport.domain.session.KycSession.AwaitingCaptcha;
import dev.kycport.domain.session.KycSession.AwaitingOtp;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A session that an arbitrary person, host and provider play with while the clock moves: settled before each move, as every
 * use case does, and sometimes left alone, as by a process that died.
 */
final class SessionWalk {

    /** Every state the session was in, oldest first. */
    final List<KycSession> trail = new ArrayList<>();

    /** How many codes went to the provider. */
    int guesses;

    /** How many captchas were answered wrongly. */
    int wrongAnswers;

    /** How often a right answer met an earlier code. */
    int pendingCodes;

    private final Policies policies;
    private KycSession session;
    private Instant now = Sample.NOW;

    SessionWalk(Flow flow, Policies policies) {
        this.policies = policies;
        this.session = KycSession.open(Sample.anyDossier(flow));
        trail.add(session);
    }

    Instant now() {
        return now;
    }

    KycSession session() {
        return session;
    }

    /** Time passes, and one of the moves is made that the state has. */
    void step(int choice, int seconds) {
        now = now.plusSeconds(seconds);
        become(Settlement.of(session, now, Sample.PATIENCE, policies));
        List<Supplier<KycSession>> moves = session.match(new Moves());
        if (!moves.isEmpty()) {
            become(moves.get(choice % moves.size()).get());
        }
    }

    private void become(KycSession next) {
        if (next != session) {
            trail.add(next);
        }
        session = next;
    }

    private KycSession orStay(Either<?, ? extends KycSession> move) {
        return move.isRight() ? move.get() : session;
    }

    private KycSession guessed(Either<?, ? extends KycSession> move) {
        guesses += move.isRight() ? 1 : 0;
        return orStay(move);
    }

    /** What can happen in each state; a move that is not on offer answers with Left and is tried all the same. */
    private final class Moves implements KycSession.Cases<List<Supplier<KycSession>>> {

        @Override
        public List<Supplier<KycSession>> opened(KycSession.Opened state) {
            return List.of(
                    () -> state.consent(Sample.anyConsent()),
                    () -> state.consent(Sample.anyConsent()),
                    () -> state.consent(Sample.anyConsent()),
                    () -> state.end(EndReason.DECLINED));
        }

        @Override
        public List<Supplier<KycSession>> consented(KycSession.Consented state) {
            return List.of(
                    () -> orStay(state.askCaptcha(policies, now)),
                    () -> orStay(state.requestCode(policies.otp(), now)),
                    () -> orStay(state.askAuthorization(now)),
                    () -> state.reroute(new ProviderId("other")));
        }

        @Override
        public List<Supplier<KycSession>> awaitingCaptcha(AwaitingCaptcha<?> state) {
            List<Supplier<KycSession>> moves = new ArrayList<>(
                    List.of(() -> orStay(state.answer(now)), () -> orStay(state.refresh(now)), () -> state));
            if (state.captcha() instanceof CaptchaChallenge.Requested requested) {
                moves.add(() -> state.with(requested.show(Sample.anyImage(), policies.captcha(), now)));
                moves.add(() -> state.revert(requested.revert()));
            }
            if (state.captcha() instanceof CaptchaChallenge.Shown shown && shown.attemptsLeft() < 3) {
                moves.add(() -> state.with(shown.replace(now)));
            }
            if (state.captcha() instanceof CaptchaChallenge.Answered answered) {
                moves.add(() -> state.with(answered.unsent()));
                moves.add(() -> wrong(state, answered));
                moves.add(() -> wrong(state, answered));
                moves.add(() -> state.coded(state.otp().sent(Sample.anyReference(), policies.otp(), now)));
                moves.add(() -> state.coded(state.otp().lost(policies.otp(), now)));
                moves.add(() -> stillPending(state));
            }
            return moves;
        }

        @Override
        public List<Supplier<KycSession>> awaitingOtp(AwaitingOtp<?> state) {
            List<Supplier<KycSession>> moves = new ArrayList<>(List.of(
                    () -> guessed(state.submit(now)),
                    () -> orStay(resend(state)),
                    () -> guessed(state.submit(now)),
                    () -> state));
            if (state.otp() instanceof OtpChallenge.Requested requested) {
                moves.add(() -> state.with(requested.sent(Sample.anyReference(), policies.otp(), now)));
                moves.add(() -> state.with(requested.sent(Sample.anyReference(), policies.otp(), now)));
                moves.add(() -> state.with(requested.lost(policies.otp(), now)));
                moves.add(() -> state.with(pending(requested)));
                moves.add(() -> state.revert(requested.unsent()));
            }
            if (state.otp() instanceof OtpChallenge.Judging judging) {
                moves.add(() -> state.tried(judging.wrong()));
                moves.add(() -> state.tried(judging.lost()));
                moves.add(() -> state.expired(judging.expired()));
                moves.add(() -> unsent(state, judging));
            }
            return moves;
        }

        @Override
        public List<Supplier<KycSession>> awaitingAuthorization(AwaitingAuthorization<?> state) {
            List<Supplier<KycSession>> moves = new ArrayList<>(List.of(
                    () -> orStay(state.take(Sample.granted("s-1"), now)),
                    () -> orStay(state.take(Sample.granted("s-2"), now)),
                    () -> orStay(state.collect(now)),
                    () -> state));
            if (state.authorization() instanceof AuthorizationChallenge.Requested requested) {
                moves.add(() -> state.with(requested.offer(Sample.anyOffer(), policies.authorization(), now)));
                moves.add(() -> state.revert(requested));
            }
            if (state.authorization() instanceof AuthorizationChallenge.Returned returned) {
                moves.add(() -> state.with(returned.connect()));
                moves.add(() -> state.with(returned.revert()));
            }
            if (state.authorization() instanceof AuthorizationChallenge.Collecting collecting) {
                moves.add(() -> state.with(collecting.revert()));
                moves.add(() -> state.verify(collecting, Sample.anyIdentity(), policies.session(), now));
            }
            return moves;
        }

        @Override
        public List<Supplier<KycSession>> verified(KycSession.Verified state) {
            return List.of(() -> state, state::complete, state::withdraw);
        }

        @Override
        public List<Supplier<KycSession>> completed(KycSession.Completed state) {
            return List.of();
        }

        @Override
        public List<Supplier<KycSession>> ended(KycSession.Ended state) {
            return List.of();
        }

        private Either<?, ? extends KycSession> resend(AwaitingOtp<?> state) {
            return state.dossier().flow() == Flow.CAPTCHA_OTP
                    ? state.resend(policies.captcha(), now)
                    : state.resend(now);
        }

        private OtpChallenge.Held pending(OtpChallenge.Requested requested) {
            Optional<ProviderReference> known =
                    now.getEpochSecond() % 2 == 0 ? Optional.of(new ProviderReference("ref-0")) : Optional.empty();
            return requested.pending(known, policies.otp(), Duration.ofSeconds(60), now);
        }

        private KycSession wrong(AwaitingCaptcha<?> state, CaptchaChallenge.Answered answered) {
            wrongAnswers++;
            return state.tried(answered.wrong());
        }

        private KycSession stillPending(AwaitingCaptcha<?> state) {
            pendingCodes++;
            return state.coded(pending(state.otp()));
        }

        private KycSession unsent(AwaitingOtp<?> state, OtpChallenge.Judging judging) {
            guesses--;
            return state.with(judging.unsent());
        }
    }
}
