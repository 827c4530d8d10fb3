package dev.kycport.domain.session;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.captcha.CaptchaPolicy;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.KycFailure;
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
    SessionHeader header();

    /** The answer that fits the state. */
    <R> R match(Cases<R> cases);

    /** Which session. */
    default SessionId id() {
        return header().id();
    }

    /** The name of the state. */
    default SessionState state() {
        return match(StateCases.SESSION);
    }

    /** What a person or a host can do next, by name. */
    default Set<String> allowedActions() {
        return match(AllowedActions.ALLOWED_ACTIONS);
    }

    /** Why this state cannot take the step that was asked for. */
    default SessionRejection rejection() {
        return new SessionRejection.WrongState(state().code(), allowedActions());
    }

    /** The first state. The dossier's revision is 0. */
    static Opened open(SessionHeader header) {
        return new Opened(header);
    }

    /** A state that has not come to its end. */
    sealed interface Live extends KycSession permits Opened, BeforeProviderCall, AwaitingAuthorization {

        /** The session stops here. */
        default Ended end(EndReason reason) {
            return new Ended(header().next(), reason);
        }
    }

    /** Where a call that had no effect leads back to. */
    sealed interface BeforeProviderCall extends Live permits BeforeCodeSent, AwaitingCaptcha {}

    /** Where a code that was not sent leads back to. */
    sealed interface BeforeCodeSent extends BeforeProviderCall permits Consented, AwaitingOtp {}

    /** What an answer to a captcha, or its age, leads to. */
    sealed interface AfterCaptchaAttempt extends KycSession permits AwaitingCaptcha, AwaitingOtp, Ended {}

    /** What a try at a code, or its age, leads to. */
    sealed interface AfterCodeAttempt extends KycSession permits AwaitingOtp, Ended {}

    /** The person is being asked for consent. */
    record Opened(SessionHeader header) implements Live {

        /** The person agreed. */
        public Consented giveConsent(Consent.Given given) {
            if (!given.id().equals(header.consent())) {
                throw new IllegalArgumentException("the consent of another session");
            }
            return new Consented(header.next());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.opened(this);
        }
    }

    /** The person agreed, and no provider has been asked yet. */
    record Consented(SessionHeader header) implements BeforeCodeSent {

        /** The captcha flow starts: an image is to be fetched. */
        public Either<KycFailure, AwaitingCaptcha<CaptchaChallenge.Requested>> requestCaptcha(
                Policies policies, Instant now) {
            return startFlow(Flow.CAPTCHA_OTP)
                    .map(next -> new AwaitingCaptcha<>(
                            next,
                            CaptchaChallenge.request(policies.captcha(), now),
                            OtpChallenge.request(policies.otp(), now)));
        }

        /** The direct flow starts: a code is to be sent. */
        public Either<KycFailure, AwaitingOtp<OtpChallenge.Requested>> requestCode(OtpPolicy policy, Instant now) {
            return startFlow(Flow.DIRECT_OTP).map(next -> new AwaitingOtp<>(next, OtpChallenge.request(policy, now)));
        }

        /** The DigiLocker flow starts: an offer is to be fetched. */
        public Either<KycFailure, AwaitingAuthorization<AuthorizationChallenge.Requested>> requestAuthorization(
                Instant now) {
            return startFlow(Flow.DIGILOCKER)
                    .map(next -> new AwaitingAuthorization<>(next, AuthorizationChallenge.request(now)));
        }

        /** Another provider of the route takes over, since nothing was sent to the first. */
        public Consented failOverTo(ProviderId next) {
            return new Consented(header.at(next));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.consented(this);
        }

        private Either<KycFailure, SessionHeader> startFlow(Flow flow) {
            return header.flow() == flow ? Either.right(header.next()) : Either.left(rejection());
        }
    }

    /**
     * Between a captcha image and the code that a right answer sends.
     *
     * @param captcha the image's challenge
     * @param otp the code that a right answer asks for; after a resend it remembers the code before
     */
    record AwaitingCaptcha<C extends CaptchaChallenge.Open>(SessionHeader header, C captcha, OtpChallenge.Requested otp)
            implements BeforeProviderCall, AfterCaptchaAttempt {

        /** The person answers. */
        public Either<KycFailure, AwaitingCaptcha<CaptchaChallenge.Answered>> answer(Instant now) {
            return captcha.match(new Answering(now)).map(this::with);
        }

        /** The person asks for a new image. */
        public Either<KycFailure, AwaitingCaptcha<CaptchaChallenge.Requested>> refresh(Instant now) {
            return captcha.match(new Refreshing(now)).map(this::with);
        }

        /** The same session with this captcha. */
        public <N extends CaptchaChallenge.Open> AwaitingCaptcha<N> with(N next) {
            return new AwaitingCaptcha<>(header.next(), next, otp);
        }

        /** No image came: back to where it was asked for. */
        public BeforeProviderCall revert(Optional<CaptchaChallenge.Refreshable> before) {
            return before.<BeforeProviderCall>map(this::with)
                    .orElseGet(() -> otp.revert()
                            .<BeforeProviderCall>map(code -> new AwaitingOtp<>(header.next(), code))
                            .orElseGet(() -> new Consented(header.next())));
        }

        /** The answer was wrong. */
        public AfterCaptchaAttempt recordWrongAnswer(CaptchaChallenge.AfterWrongAnswer afterWrongAnswer) {
            return afterWrongAnswer instanceof CaptchaChallenge.Shown shown
                    ? with(shown)
                    : abandonCaptcha(EndReason.LOCKED);
        }

        /** The image is too old, and perhaps the last one. */
        public AfterCaptchaAttempt expireImage(CaptchaChallenge.Expired expired) {
            return expired.refreshesLeft() > 0 ? with(expired) : abandonCaptcha(EndReason.EXPIRED);
        }

        /** The captcha is behind us, or it is not known: what counts now is what became of the code. */
        public <N extends OtpChallenge.Resendable> AwaitingOtp<N> continueWithCode(N next) {
            return new AwaitingOtp<>(header.next(), next);
        }

        /** The captcha was right and the provider will never send a code for this number. */
        public Ended endIneligible(OtpChallenge.NotSent notSent) {
            return end(EndReason.INELIGIBLE);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.awaitingCaptcha(this);
        }

        // A captcha that fails on the way to a second code does not take the first one away; but it costs the resend,
        // or a person could go on answering captchas for ever.
        private AfterCaptchaAttempt abandonCaptcha(EndReason reason) {
            return otp.revertSpendingResend()
                    .<AfterCaptchaAttempt>map(code -> new AwaitingOtp<>(header.next(), code))
                    .orElseGet(() -> end(reason));
        }
    }

    /** Between asking for a code and its verdict. */
    record AwaitingOtp<C extends OtpChallenge.Open>(SessionHeader header, C otp)
            implements BeforeCodeSent, AfterCaptchaAttempt, AfterCodeAttempt {

        /** The person submits a code. */
        public Either<KycFailure, AwaitingOtp<OtpChallenge.Verifying>> submit(Instant now) {
            return otp.match(new Submitting(this, now)).map(this::with);
        }

        /** The person asks for another code, in a flow that needs no captcha. */
        public Either<KycFailure, AwaitingOtp<OtpChallenge.Requested>> resend(Instant now) {
            return otp.match(new Resending(now)).map(this::with);
        }

        /** The person asks for another code, in a flow where a fresh captcha comes first. */
        public Either<KycFailure, AwaitingCaptcha<CaptchaChallenge.Requested>> resend(
                CaptchaPolicy policy, Instant now) {
            return otp.match(new Resending(now))
                    .map(code -> new AwaitingCaptcha<>(header.next(), CaptchaChallenge.request(policy, now), code));
        }

        /** The same session with this challenge. */
        public <N extends OtpChallenge.Open> AwaitingOtp<N> with(N next) {
            return new AwaitingOtp<>(header.next(), next);
        }

        /** Nothing was sent: back to where the code was asked for. */
        public BeforeCodeSent revert(Optional<OtpChallenge.Resendable> before) {
            return before.<BeforeCodeSent>map(this::with).orElseGet(() -> new Consented(header.next()));
        }

        /** The code was wrong, or its verdict is lost. */
        public AfterCodeAttempt recordFailedAttempt(OtpChallenge.AfterFailedAttempt afterFailedAttempt) {
            return afterFailedAttempt instanceof OtpChallenge.AwaitingCode code ? with(code) : end(EndReason.LOCKED);
        }

        /** The code is too old, and perhaps the last one. */
        public AfterCodeAttempt expireCode(OtpChallenge.Expired expired) {
            return expired.resendsLeft() > 0 ? with(expired) : end(EndReason.EXPIRED);
        }

        /** The provider will never send a code for this number. */
        public Ended endIneligible(OtpChallenge.NotSent notSent) {
            return end(EndReason.INELIGIBLE);
        }

        /** The provider vouches for the person. */
        public Verified verify(
                OtpChallenge.Verified proof, VerifiedIdentity identity, SessionPolicy policy, Instant now) {
            return new Verified(header.next(), identity, now.plus(policy.identityRetention()));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.awaitingOtp(this);
        }
    }

    /** Between the offer to authorise and the documents. */
    record AwaitingAuthorization<C extends AuthorizationChallenge.Open>(SessionHeader header, C authorization)
            implements Live {

        /** The person came back with a grant. */
        public Either<KycFailure, AwaitingAuthorization<AuthorizationChallenge.Returned>> acceptCallback(
                AuthorizationCallback.Granted granted, Instant now) {
            return authorization
                    .match(new Returning(this))
                    .flatMap(offered -> offered.acceptCallback(granted, now))
                    .map(this::with);
        }

        /** The person came back with a refusal. */
        public Either<KycFailure, Ended> acceptCallback(AuthorizationCallback.Refused refused, Instant now) {
            return authorization
                    .match(new Returning(this))
                    .flatMap(offered -> offered.acceptCallback(refused, now))
                    .map(this::endDenied);
        }

        /** The documents are to be fetched. */
        public Either<KycFailure, AwaitingAuthorization<AuthorizationChallenge.FetchingDocuments>> fetchDocuments(
                Instant now) {
            return authorization.match(new FetchDocumentsCases(this, now)).map(this::with);
        }

        /** The same session with this challenge. */
        public <N extends AuthorizationChallenge.Open> AwaitingAuthorization<N> with(N next) {
            return new AwaitingAuthorization<>(header.next(), next);
        }

        /** No offer came: back to where it was asked for. */
        public Consented revert(AuthorizationChallenge.Requested requested) {
            return new Consented(header.next());
        }

        /** The person refused, or shared nothing. */
        public Ended endDenied(AuthorizationChallenge.Denied denied) {
            return end(EndReason.DENIED);
        }

        /** The person stayed away too long. */
        public Ended expireRequest(AuthorizationChallenge.Expired expired) {
            return end(EndReason.EXPIRED);
        }

        /** The provider vouches for the person by the documents they shared. */
        public Verified verify(
                AuthorizationChallenge.FetchingDocuments proof,
                VerifiedIdentity identity,
                SessionPolicy policy,
                Instant now) {
            return new Verified(header.next(), identity, now.plus(policy.identityRetention()));
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
    record Verified(SessionHeader header, VerifiedIdentity identity, Instant keptUntil) implements KycSession {

        /** The host has the identity, or its time is past: it is erased here, and what is known of its assurance stays. */
        public Completed complete() {
            return new Completed(header.next(), identity.assurance());
        }

        /** The person takes their consent back: the identity kept under it goes. */
        public Ended withdraw() {
            return new Ended(header.next(), EndReason.CONSENT_WITHDRAWN);
        }

        @Override
        public SessionRejection rejection() {
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
    record Completed(SessionHeader header, Assurance assurance) implements KycSession {

        @Override
        public SessionRejection rejection() {
            return new SessionRejection.Over(state().code());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.completed(this);
        }
    }

    /** The session stopped without a verified identity. */
    record Ended(SessionHeader header, EndReason reason) implements AfterCaptchaAttempt, AfterCodeAttempt {

        @Override
        public SessionRejection rejection() {
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
