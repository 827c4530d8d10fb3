package dev.kycport.domain.session;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.TestValues;
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
final class RandomSessionWalk {

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
    private Instant now = TestValues.NOW;

    RandomSessionWalk(Flow flow, Policies policies) {
        this.policies = policies;
        this.session = KycSession.open(TestValues.anyHeader(flow));
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
        become(SessionReconciliation.reconcile(session, now, TestValues.CALL_TIMEOUT, policies));
        List<Supplier<KycSession>> moves = session.match(new PossibleMoves());
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
    private final class PossibleMoves implements KycSession.Cases<List<Supplier<KycSession>>> {

        @Override
        public List<Supplier<KycSession>> opened(KycSession.Opened state) {
            return List.of(
                    () -> state.giveConsent(TestValues.anyConsent()),
                    () -> state.giveConsent(TestValues.anyConsent()),
                    () -> state.giveConsent(TestValues.anyConsent()),
                    () -> state.end(EndReason.DECLINED));
        }

        @Override
        public List<Supplier<KycSession>> consented(KycSession.Consented state) {
            return List.of(
                    () -> orStay(state.requestCaptcha(policies, now)),
                    () -> orStay(state.requestCode(policies.otp(), now)),
                    () -> orStay(state.requestAuthorization(now)),
                    () -> state.failOverTo(new ProviderId("other")));
        }

        @Override
        public List<Supplier<KycSession>> awaitingCaptcha(AwaitingCaptcha<?> state) {
            List<Supplier<KycSession>> moves = new ArrayList<>(
                    List.of(() -> orStay(state.answer(now)), () -> orStay(state.refresh(now)), () -> state));
            if (state.captcha() instanceof CaptchaChallenge.Requested requested) {
                moves.add(() -> state.with(requested.show(TestValues.anyImage(), policies.captcha(), now)));
                moves.add(() -> state.revert(requested.revert()));
            }
            if (state.captcha() instanceof CaptchaChallenge.Shown shown && shown.attemptsLeft() < 3) {
                moves.add(() -> state.with(shown.replace(now)));
            }
            if (state.captcha() instanceof CaptchaChallenge.Answered answered) {
                moves.add(() -> state.with(answered.revert()));
                moves.add(() -> wrong(state, answered));
                moves.add(() -> wrong(state, answered));
                moves.add(
                        () -> state.continueWithCode(state.otp().sent(TestValues.anyReference(), policies.otp(), now)));
                moves.add(() -> state.continueWithCode(state.otp().outcomeUnknown(policies.otp(), now)));
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
                moves.add(() -> state.with(requested.sent(TestValues.anyReference(), policies.otp(), now)));
                moves.add(() -> state.with(requested.sent(TestValues.anyReference(), policies.otp(), now)));
                moves.add(() -> state.with(requested.outcomeUnknown(policies.otp(), now)));
                moves.add(() -> state.with(pending(requested)));
                moves.add(() -> state.revert(requested.revert()));
            }
            if (state.otp() instanceof OtpChallenge.Verifying verifying) {
                moves.add(() -> state.recordFailedAttempt(verifying.wrong()));
                moves.add(() -> state.recordFailedAttempt(verifying.outcomeUnknown()));
                moves.add(() -> state.expireCode(verifying.expired()));
                moves.add(() -> unsent(state, verifying));
            }
            return moves;
        }

        @Override
        public List<Supplier<KycSession>> awaitingAuthorization(AwaitingAuthorization<?> state) {
            List<Supplier<KycSession>> moves = new ArrayList<>(List.of(
                    () -> orStay(state.acceptCallback(TestValues.granted("s-1"), now)),
                    () -> orStay(state.acceptCallback(TestValues.granted("s-2"), now)),
                    () -> orStay(state.fetchDocuments(now)),
                    () -> state));
            if (state.authorization() instanceof AuthorizationChallenge.Requested requested) {
                moves.add(() -> state.with(requested.offer(TestValues.anyRequest(), policies.authorization(), now)));
                moves.add(() -> state.revert(requested));
            }
            if (state.authorization() instanceof AuthorizationChallenge.Returned returned) {
                moves.add(() -> state.with(returned.connect()));
                moves.add(() -> state.with(returned.revert()));
            }
            if (state.authorization() instanceof AuthorizationChallenge.FetchingDocuments fetchingDocuments) {
                moves.add(() -> state.with(fetchingDocuments.revert()));
                moves.add(() -> state.verify(fetchingDocuments, TestValues.anyIdentity(), policies.session(), now));
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
            return state.header().flow() == Flow.CAPTCHA_OTP
                    ? state.resend(policies.captcha(), now)
                    : state.resend(now);
        }

        private OtpChallenge.AfterPending pending(OtpChallenge.Requested requested) {
            Optional<ProviderReference> known =
                    now.getEpochSecond() % 2 == 0 ? Optional.of(new ProviderReference("ref-0")) : Optional.empty();
            return requested.pending(known, policies.otp(), Duration.ofSeconds(60), now);
        }

        private KycSession wrong(AwaitingCaptcha<?> state, CaptchaChallenge.Answered answered) {
            wrongAnswers++;
            return state.recordWrongAnswer(answered.wrong());
        }

        private KycSession stillPending(AwaitingCaptcha<?> state) {
            pendingCodes++;
            return state.continueWithCode(pending(state.otp()));
        }

        private KycSession unsent(AwaitingOtp<?> state, OtpChallenge.Verifying verifying) {
            guesses--;
            return state.with(verifying.revert());
        }
    }
}
