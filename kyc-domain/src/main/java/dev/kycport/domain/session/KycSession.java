package dev.kycport.domain.session;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.captcha.CaptchaPolicy;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpPolicy;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One person's verification. {@code Opened} → {@code Consented} → the challenge of the flow → {@code Verified} →
 * {@code Completed}; every live state can end. A challenge state that ends a challenge cannot stand in a session: the types
 * see to it that it becomes {@code Verified} or {@code Ended}.
 */
public sealed interface KycSession {

    /** What does not change from state to state. */
    Dossier dossier();

    /** The answer that fits the state. */
    <R> R match(Cases<R> cases);

    /** Which session. */
    default SessionId id() {
        return dossier().id();
    }

    /** The name of the state. */
    default SessionState state() {
        return match(StateOf.SESSION);
    }

    /** What a person or a host can do next, by name. */
    default Set<String> moves() {
        return match(Moves.OF_SESSION);
    }

    /** Why this state cannot take the step that was asked for. */
    default SessionRejection refusal() {
        return new SessionRejection.WrongState(state().code(), moves());
    }

    /** The first state. The dossier's revision is 0. */
    static Opened open(Dossier dossier) {
        return new Opened(dossier);
    }

    /** A state that has not come to its end. */
    sealed interface Live extends KycSession permits Opened, Before, AwaitingAuthorization {

        /** The session stops here. */
        default Ended end(EndReason reason) {
            return new Ended(dossier().next(), reason);
        }
    }

    /** Where a call that had no effect leads back to. */
    sealed interface Before extends Live permits BeforeCode, AwaitingCaptcha {}

    /** Where a code that was not sent leads back to. */
    sealed interface BeforeCode extends Before permits Consented, AwaitingOtp {}

    /** What an answer to a captcha, or its age, leads to. */
    sealed interface AfterCaptcha extends KycSession permits AwaitingCaptcha, AwaitingOtp, Ended {}

    /** What a try at a code, or its age, leads to. */
    sealed interface AfterCode extends KycSession permits AwaitingOtp, Ended {}

    /** The person is being asked for consent. */
    record Opened(Dossier dossier) implements Live {

        /** The person agreed. */
        public Consented consent(Consent.Given given) {
            if (!given.id().equals(dossier.consent())) {
                throw new IllegalArgumentException("the consent of another session");
            }
            return new Consented(dossier.next());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.opened(this);
        }
    }

    /** The person agreed, and no provider has been asked yet. */
    record Consented(Dossier dossier) implements BeforeCode {

        /** The captcha flow starts: an image is to be fetched. */
        public Either<SessionRejection, AwaitingCaptcha<CaptchaChallenge.Requested>> askCaptcha(
                Policies policies, Instant now) {
            return in(Flow.CAPTCHA_OTP)
                    .map(next -> new AwaitingCaptcha<>(
                            next,
                            CaptchaChallenge.request(policies.captcha(), now),
                            OtpChallenge.request(policies.otp(), now)));
        }

        /** The direct flow starts: a code is to be sent. */
        public Either<SessionRejection, AwaitingOtp<OtpChallenge.Requested>> requestCode(
                OtpPolicy policy, Instant now) {
            return in(Flow.DIRECT_OTP).map(next -> new AwaitingOtp<>(next, OtpChallenge.request(policy, now)));
        }

        /** The DigiLocker flow starts: an offer is to be fetched. */
        public Either<SessionRejection, AwaitingAuthorization<AuthorizationChallenge.Requested>> askAuthorization(
                Instant now) {
            return in(Flow.DIGILOCKER)
                    .map(next -> new AwaitingAuthorization<>(next, AuthorizationChallenge.request(now)));
        }

        /** Another provider of the route takes over, since nothing was sent to the first. */
        public Consented reroute(ProviderId next) {
            return new Consented(dossier.at(next));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.consented(this);
        }

        private Either<SessionRejection, Dossier> in(Flow flow) {
            return dossier.flow() == flow ? Either.right(dossier.next()) : Either.left(refusal());
        }
    }

    /**
     * Between a captcha image and the code that a right answer sends.
     *
     * @param captcha the image's challenge
     * @param otp the code that a right answer asks for; after a resend it remembers the code before
     */
    record AwaitingCaptcha<C extends CaptchaChallenge.Open>(Dossier dossier, C captcha, OtpChallenge.Requested otp)
            implements Before, AfterCaptcha {

        /** The person answers. */
        public Either<Rejection, AwaitingCaptcha<CaptchaChallenge.Answered>> answer(Instant now) {
            return captcha.match(new Answering(now)).map(this::with);
        }

        /** The person asks for a new image. */
        public Either<Rejection, AwaitingCaptcha<CaptchaChallenge.Requested>> refresh(Instant now) {
            return captcha.match(new Refreshing(now)).map(this::with);
        }

        /** The same session with this captcha. */
        public <N extends CaptchaChallenge.Open> AwaitingCaptcha<N> with(N next) {
            return new AwaitingCaptcha<>(dossier.next(), next, otp);
        }

        /** No image came: back to where it was asked for. */
        public Before revert(Optional<CaptchaChallenge.Refreshable> before) {
            return before.<Before>map(this::with)
                    .orElseGet(() -> otp.unsent()
                            .<Before>map(code -> new AwaitingOtp<>(dossier.next(), code))
                            .orElseGet(() -> new Consented(dossier.next())));
        }

        /** The answer was wrong. */
        public AfterCaptcha tried(CaptchaChallenge.Tried tried) {
            return tried instanceof CaptchaChallenge.Shown shown ? with(shown) : abandon(EndReason.LOCKED);
        }

        /** The image is too old, and perhaps the last one. */
        public AfterCaptcha expired(CaptchaChallenge.Expired expired) {
            return expired.refreshesLeft() > 0 ? with(expired) : abandon(EndReason.EXPIRED);
        }

        /** The captcha is behind us, or it is not known: what counts now is what became of the code. */
        public <N extends OtpChallenge.Resendable> AwaitingOtp<N> coded(N next) {
            return new AwaitingOtp<>(dossier.next(), next);
        }

        /** The captcha was right and the provider will never send a code for this number. */
        public Ended ineligible(OtpChallenge.NotSent notSent) {
            return end(EndReason.INELIGIBLE);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.awaitingCaptcha(this);
        }

        // A captcha that fails on the way to a second code does not take the first one away; but it costs the resend,
        // or a person could go on answering captchas for ever.
        private AfterCaptcha abandon(EndReason reason) {
            return otp.forgone()
                    .<AfterCaptcha>map(code -> new AwaitingOtp<>(dossier.next(), code))
                    .orElseGet(() -> end(reason));
        }
    }

    /** Between asking for a code and its verdict. */
    record AwaitingOtp<C extends OtpChallenge.Open>(Dossier dossier, C otp)
            implements BeforeCode, AfterCaptcha, AfterCode {

        /** The person submits a code. */
        public Either<Rejection, AwaitingOtp<OtpChallenge.Judging>> submit(Instant now) {
            return otp.match(new Submitting(this, now)).map(this::with);
        }

        /** The person asks for another code, in a flow that needs no captcha. */
        public Either<Rejection, AwaitingOtp<OtpChallenge.Requested>> resend(Instant now) {
            return otp.match(new Resending(now)).map(this::with);
        }

        /** The person asks for another code, in a flow where a fresh captcha comes first. */
        public Either<Rejection, AwaitingCaptcha<CaptchaChallenge.Requested>> resend(
                CaptchaPolicy policy, Instant now) {
            return otp.match(new Resending(now))
                    .map(code -> new AwaitingCaptcha<>(dossier.next(), CaptchaChallenge.request(policy, now), code));
        }

        /** The same session with this challenge. */
        public <N extends OtpChallenge.Open> AwaitingOtp<N> with(N next) {
            return new AwaitingOtp<>(dossier.next(), next);
        }

        /** Nothing was sent: back to where the code was asked for. */
        public BeforeCode revert(Optional<OtpChallenge.Resendable> before) {
            return before.<BeforeCode>map(this::with).orElseGet(() -> new Consented(dossier.next()));
        }

        /** The code was wrong, or its verdict is lost. */
        public AfterCode tried(OtpChallenge.Tried tried) {
            return tried instanceof OtpChallenge.AwaitingCode code ? with(code) : end(EndReason.LOCKED);
        }

        /** The code is too old, and perhaps the last one. */
        public AfterCode expired(OtpChallenge.Expired expired) {
            return expired.resendsLeft() > 0 ? with(expired) : end(EndReason.EXPIRED);
        }

        /** The provider will never send a code for this number. */
        public Ended ineligible(OtpChallenge.NotSent notSent) {
            return end(EndReason.INELIGIBLE);
        }

        /** The provider vouches for the person. */
        public Verified verify(
                OtpChallenge.Verified proof, VerifiedIdentity identity, SessionPolicy policy, Instant now) {
            return new Verified(dossier.next(), identity, now.plus(policy.kept()));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.awaitingOtp(this);
        }
    }

    /** Between the offer to authorise and the documents. */
    record AwaitingAuthorization<C extends AuthorizationChallenge.Open>(Dossier dossier, C authorization)
            implements Live {

        /** The person came back with a grant. */
        public Either<Rejection, AwaitingAuthorization<AuthorizationChallenge.Returned>> take(
                AuthorizationReturn.Granted granted, Instant now) {
            return authorization
                    .match(new Returning(this))
                    .flatMap(offered ->
                            Either.<Rejection, AuthorizationChallenge.Returned>narrow(offered.take(granted, now)))
                    .map(this::with);
        }

        /** The person came back with a refusal. */
        public Either<Rejection, Ended> take(AuthorizationReturn.Refused refused, Instant now) {
            return authorization
                    .match(new Returning(this))
                    .flatMap(offered ->
                            Either.<Rejection, AuthorizationChallenge.Denied>narrow(offered.take(refused, now)))
                    .map(this::denied);
        }

        /** The documents are to be fetched. */
        public Either<Rejection, AwaitingAuthorization<AuthorizationChallenge.Collecting>> collect(Instant now) {
            return authorization.match(new Collection(this, now)).map(this::with);
        }

        /** The same session with this challenge. */
        public <N extends AuthorizationChallenge.Open> AwaitingAuthorization<N> with(N next) {
            return new AwaitingAuthorization<>(dossier.next(), next);
        }

        /** No offer came: back to where it was asked for. */
        public Consented revert(AuthorizationChallenge.Requested requested) {
            return new Consented(dossier.next());
        }

        /** The person refused, or shared nothing. */
        public Ended denied(AuthorizationChallenge.Denied denied) {
            return end(EndReason.DENIED);
        }

        /** The person stayed away too long. */
        public Ended expired(AuthorizationChallenge.Expired expired) {
            return end(EndReason.EXPIRED);
        }

        /** The provider vouches for the person by the documents they shared. */
        public Verified verify(
                AuthorizationChallenge.Collecting proof, VerifiedIdentity identity, SessionPolicy policy, Instant now) {
            return new Verified(dossier.next(), identity, now.plus(policy.kept()));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.awaitingAuthorization(this);
        }
    }

    /**
     * A provider vouches for the person, and the host can take the identity over.
     *
     * @param keptUntil from this instant the identity is not kept any more, taken over or not
     */
    record Verified(Dossier dossier, VerifiedIdentity identity, Instant keptUntil) implements KycSession {

        /** The host has the identity, or its time is past: it is erased here, and what is known of its assurance stays. */
        public Completed complete() {
            return new Completed(dossier.next(), identity.assurance());
        }

        /** The person takes their consent back: the identity kept under it goes. */
        public Ended withdraw() {
            return new Ended(dossier.next(), EndReason.CONSENT_WITHDRAWN);
        }

        @Override
        public SessionRejection refusal() {
            return new SessionRejection.Over(state().code());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.verified(this);
        }
    }

    /**
     * The person was verified, and the identity is not here any more.
     *
     * @param assurance how, by whom and when
     */
    record Completed(Dossier dossier, Assurance assurance) implements KycSession {

        @Override
        public SessionRejection refusal() {
            return new SessionRejection.Over(state().code());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.completed(this);
        }
    }

    /** The session stopped without a verified identity. */
    record Ended(Dossier dossier, EndReason reason) implements AfterCaptcha, AfterCode {

        @Override
        public SessionRejection refusal() {
            return new SessionRejection.Over(reason.code());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ended(this);
        }
    }

    /** One answer a state. */
    interface Cases<R> {
        R opened(Opened session);

        R consented(Consented session);

        R awaitingCaptcha(AwaitingCaptcha<?> session);

        R awaitingOtp(AwaitingOtp<?> session);

        R awaitingAuthorization(AwaitingAuthorization<?> session);

        R verified(Verified session);

        R completed(Completed session);

        R ended(Ended session);
    }
}
