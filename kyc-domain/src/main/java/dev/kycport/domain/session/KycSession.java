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
import java.util.TreeSet;

/**
 * One person's verification. {@code Opened} → {@code Consented} → the challenge of the flow → {@code Verified} →
 * {@code Completed}; every live state can end. A session never contains the final state of a challenge: the types ensure that
 * it becomes {@code Verified} or {@code Ended}.
 */
public sealed interface KycSession {

    /** What all states have. */
    SessionHeader header();

    /** Calls the case of this state. */
    <R> R match(Cases<R> cases);

    /** The session's id. */
    default SessionId id() {
        return header().id();
    }

    /** The name of the state. */
    SessionState state();

    /** What the person or the host can do next, by name and in alphabetical order. */
    Set<String> allowedActions();

    /** Why this state does not have the requested step. */
    default SessionRejection rejection() {
        return new SessionRejection.WrongState(state().code(), allowedActions());
    }

    /** The first state. The header's revision is 0. */
    static Opened open(SessionHeader header) {
        return new Opened(header);
    }

    /** A state that is not final. */
    sealed interface Live extends KycSession permits Opened, BeforeProviderCall, AwaitingAuthorization {

        /** What is possible apart from {@code cancel}, which each live state allows. */
        Set<String> ownActions();

        @Override
        default Set<String> allowedActions() {
            Set<String> actions = new TreeSet<>(ownActions());
            actions.add("cancel");
            return actions;
        }

        /** The session ends. */
        default Ended end(EndReason reason) {
            return new Ended(header().next(), reason);
        }
    }

    /** The state that a call returns to if it had no effect. */
    sealed interface BeforeProviderCall extends Live permits BeforeCodeSent, AwaitingCaptcha {}

    /** The state that a send returns to if no code was sent. */
    sealed interface BeforeCodeSent extends BeforeProviderCall permits Consented, AwaitingOtp {}

    /** The result of a captcha answer, or of an image that expired. */
    sealed interface AfterCaptchaAttempt extends KycSession permits AwaitingCaptcha, AwaitingOtp, Ended {}

    /** The result of a submitted code, or of a code that expired. */
    sealed interface AfterCodeAttempt extends KycSession permits AwaitingOtp, Ended {}

    /** The person is asked for consent. */
    record Opened(SessionHeader header) implements Live {

        /** The person agreed. */
        public Consented giveConsent(Consent.Given given) {
            if (!given.id().equals(header.consent())) {
                throw new IllegalArgumentException("the consent of another session");
            }
            return new Consented(header.next());
        }

        @Override
        public SessionState state() {
            return SessionState.OPENED;
        }

        @Override
        public Set<String> ownActions() {
            return Set.of("give-consent", "decline-consent");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.opened(this);
        }
    }

    /** The person agreed, and no provider has been called yet. */
    record Consented(SessionHeader header) implements BeforeCodeSent {

        /** Starts the captcha flow: an image is to be fetched. Left {@code session.wrong-state} in a session of another flow. */
        public Either<KycFailure, AwaitingCaptcha<CaptchaChallenge.Requested>> requestCaptcha(
                Policies policies, Instant now) {
            return startFlow(Flow.CAPTCHA_OTP)
                    .map(next -> new AwaitingCaptcha<>(
                            next,
                            CaptchaChallenge.request(policies.captcha(), now),
                            OtpChallenge.request(policies.otp(), now)));
        }

        /** Starts the direct flow: a code is to be sent. Left as above. */
        public Either<KycFailure, AwaitingOtp<OtpChallenge.Requested>> requestCode(OtpPolicy policy, Instant now) {
            return startFlow(Flow.DIRECT_OTP).map(next -> new AwaitingOtp<>(next, OtpChallenge.request(policy, now)));
        }

        /** Starts the DigiLocker flow: an authorization request is to be fetched. Left as above. */
        public Either<KycFailure, AwaitingAuthorization<AuthorizationChallenge.Requested>> requestAuthorization(
                Instant now) {
            return startFlow(Flow.DIGILOCKER)
                    .map(next -> new AwaitingAuthorization<>(next, AuthorizationChallenge.request(now)));
        }

        /** Fails over to another provider of the route; only while nothing was sent to the first. */
        public Consented failOverTo(ProviderId next) {
            return new Consented(header.at(next));
        }

        @Override
        public SessionState state() {
            return SessionState.CONSENTED;
        }

        @Override
        public Set<String> ownActions() {
            return Set.of("start-" + header.flow().code());
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
     * From the request for a captcha image to the code that a right answer sends.
     *
     * @param captcha the challenge of the image
     * @param otp the code that a right answer requests; after a resend it holds the previous code
     */
    record AwaitingCaptcha<C extends CaptchaChallenge.Open>(SessionHeader header, C captcha, OtpChallenge.Requested otp)
            implements BeforeProviderCall, AfterCaptchaAttempt {

        /** The person answers. */
        public Either<KycFailure, AwaitingCaptcha<CaptchaChallenge.Answered>> answer(Instant now) {
            return captcha.tryAnswer(now).map(this::with);
        }

        /** The person requests a new image. */
        public Either<KycFailure, AwaitingCaptcha<CaptchaChallenge.Requested>> refresh(Instant now) {
            return captcha.tryRefresh(now).map(this::with);
        }

        /** The same session with this captcha. */
        public <N extends CaptchaChallenge.Open> AwaitingCaptcha<N> with(N next) {
            return new AwaitingCaptcha<>(header.next(), next, otp);
        }

        /** No image came: back to the state before the request. */
        public BeforeProviderCall revert(Optional<CaptchaChallenge.Refreshable> before) {
            return before.<BeforeProviderCall>map(this::with)
                    .orElseGet(() -> otp.revert()
                            .<BeforeProviderCall>map(code -> new AwaitingOtp<>(header.next(), code))
                            .orElseGet(() -> new Consented(header.next())));
        }

        /** The answer was wrong. */
        public AfterCaptchaAttempt recordWrongAnswer(CaptchaChallenge.AfterWrongAnswer afterWrongAnswer) {
            return afterWrongAnswer
                    .shownImage()
                    .<AfterCaptchaAttempt>map(this::with)
                    .orElseGet(() -> abandonCaptcha(EndReason.LOCKED));
        }

        /** The image is too old. If it was the last one, the session goes back to the previous code, or ends. */
        public AfterCaptchaAttempt expireImage(CaptchaChallenge.Expired expired) {
            return expired.refreshesLeft() > 0 ? with(expired) : abandonCaptcha(EndReason.EXPIRED);
        }

        /** The captcha is solved, or its verdict is unknown. From here on only the code matters. */
        public <N extends OtpChallenge.Resendable> AwaitingOtp<N> continueWithCode(N next) {
            return new AwaitingOtp<>(header.next(), next);
        }

        /** The captcha was right and the provider will never send a code for this number. */
        public Ended endIneligible(OtpChallenge.NotSent notSent) {
            return end(EndReason.INELIGIBLE);
        }

        @Override
        public SessionState state() {
            return SessionState.AWAITING_CAPTCHA;
        }

        @Override
        public Set<String> ownActions() {
            return captcha.allowedActions();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.awaitingCaptcha(this);
        }

        // A captcha that fails before a second code does not void the first code. It costs the resend: otherwise the
        // person could answer captchas without limit.
        private AfterCaptchaAttempt abandonCaptcha(EndReason reason) {
            return otp.revertSpendingResend()
                    .<AfterCaptchaAttempt>map(code -> new AwaitingOtp<>(header.next(), code))
                    .orElseGet(() -> end(reason));
        }
    }

    /** From the request for a code to its verdict. */
    record AwaitingOtp<C extends OtpChallenge.Open>(SessionHeader header, C otp)
            implements BeforeCodeSent, AfterCaptchaAttempt, AfterCodeAttempt {

        /** The person submits a code. */
        public Either<KycFailure, AwaitingOtp<OtpChallenge.Verifying>> submit(Instant now) {
            return otp.trySubmit(now, rejection()).map(this::with);
        }

        /** The person requests another code, in a flow without a captcha. */
        public Either<KycFailure, AwaitingOtp<OtpChallenge.Requested>> resend(Instant now) {
            return otp.tryResend(now).map(this::with);
        }

        /** The person requests another code, in a flow where they solve a new captcha first. */
        public Either<KycFailure, AwaitingCaptcha<CaptchaChallenge.Requested>> resend(
                CaptchaPolicy policy, Instant now) {
            return otp.tryResend(now)
                    .map(code -> new AwaitingCaptcha<>(header.next(), CaptchaChallenge.request(policy, now), code));
        }

        /** The same session with this challenge. */
        public <N extends OtpChallenge.Open> AwaitingOtp<N> with(N next) {
            return new AwaitingOtp<>(header.next(), next);
        }

        /** Nothing was sent: back to the state before the request. */
        public BeforeCodeSent revert(Optional<OtpChallenge.Resendable> before) {
            return before.<BeforeCodeSent>map(this::with).orElseGet(() -> new Consented(header.next()));
        }

        /** The code was wrong, or its verdict is lost. */
        public AfterCodeAttempt recordFailedAttempt(OtpChallenge.AfterFailedAttempt afterFailedAttempt) {
            return afterFailedAttempt
                    .submittableCode()
                    .<AfterCodeAttempt>map(this::with)
                    .orElseGet(() -> end(EndReason.LOCKED));
        }

        /** The code is too old. If it was the last one, the session ends. */
        public AfterCodeAttempt expireCode(OtpChallenge.Expired expired) {
            return expired.resendsLeft() > 0 ? with(expired) : end(EndReason.EXPIRED);
        }

        /** The provider will never send a code for this number. */
        public Ended endIneligible(OtpChallenge.NotSent notSent) {
            return end(EndReason.INELIGIBLE);
        }

        /** The provider confirmed the person. */
        public Verified verify(
                OtpChallenge.Verified proof, VerifiedIdentity identity, SessionPolicy policy, Instant now) {
            return new Verified(header.next(), identity, now.plus(policy.identityRetention()));
        }

        @Override
        public SessionState state() {
            return SessionState.AWAITING_OTP;
        }

        @Override
        public Set<String> ownActions() {
            return otp.allowedActions();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.awaitingOtp(this);
        }
    }

    /** From the authorization request to the documents. */
    record AwaitingAuthorization<C extends AuthorizationChallenge.Open>(SessionHeader header, C authorization)
            implements Live {

        /** The person came back with a grant. */
        public Either<KycFailure, AwaitingAuthorization<AuthorizationChallenge.Returned>> acceptCallback(
                AuthorizationCallback.Granted granted, Instant now) {
            return authorization
                    .requireOffered(rejection())
                    .flatMap(offered -> offered.acceptCallback(granted, now))
                    .map(this::with);
        }

        /** The person came back with a refusal. */
        public Either<KycFailure, Ended> acceptCallback(AuthorizationCallback.Refused refused, Instant now) {
            return authorization
                    .requireOffered(rejection())
                    .flatMap(offered -> offered.acceptCallback(refused, now))
                    .map(this::endDenied);
        }

        /** The documents are to be fetched. */
        public Either<KycFailure, AwaitingAuthorization<AuthorizationChallenge.FetchingDocuments>> fetchDocuments(
                Instant now) {
            return authorization.tryFetchDocuments(now, rejection()).map(this::with);
        }

        /** The same session with this challenge. */
        public <N extends AuthorizationChallenge.Open> AwaitingAuthorization<N> with(N next) {
            return new AwaitingAuthorization<>(header.next(), next);
        }

        /** No authorization request came: back to the state before. */
        public Consented revert(AuthorizationChallenge.Requested requested) {
            return new Consented(header.next());
        }

        /** The person refused, or shared nothing. */
        public Ended endDenied(AuthorizationChallenge.Denied denied) {
            return end(EndReason.DENIED);
        }

        /** The person did not come back in time. */
        public Ended expireRequest(AuthorizationChallenge.Expired expired) {
            return end(EndReason.EXPIRED);
        }

        /** The provider confirmed the person by the documents they shared. */
        public Verified verify(
                AuthorizationChallenge.FetchingDocuments proof,
                VerifiedIdentity identity,
                SessionPolicy policy,
                Instant now) {
            return new Verified(header.next(), identity, now.plus(policy.identityRetention()));
        }

        @Override
        public SessionState state() {
            return SessionState.AWAITING_AUTHORIZATION;
        }

        @Override
        public Set<String> ownActions() {
            return authorization.allowedActions();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.awaitingAuthorization(this);
        }
    }

    /**
     * A provider confirmed the person, and the host can read the identity.
     *
     * @param keptUntil at this instant the identity is erased, whether the host has read it or not
     */
    record Verified(SessionHeader header, VerifiedIdentity identity, Instant keptUntil) implements KycSession {

        /** The host has stored the identity, or its retention is over: it is erased here, and its assurance stays. */
        public Completed complete() {
            return new Completed(header.next(), identity.assurance());
        }

        /** The person withdraws the consent: the identity is erased. */
        public Ended withdraw() {
            return new Ended(header.next(), EndReason.CONSENT_WITHDRAWN);
        }

        @Override
        public SessionRejection rejection() {
            return new SessionRejection.Over(state().code());
        }

        @Override
        public SessionState state() {
            return SessionState.VERIFIED;
        }

        @Override
        public Set<String> allowedActions() {
            return Set.of("complete");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.verified(this);
        }
    }

    /**
     * The person was verified, and the identity is erased.
     *
     * @param assurance how, by whom and when
     */
    record Completed(SessionHeader header, Assurance assurance) implements KycSession {

        @Override
        public SessionRejection rejection() {
            return new SessionRejection.Over(state().code());
        }

        @Override
        public SessionState state() {
            return SessionState.COMPLETED;
        }

        @Override
        public Set<String> allowedActions() {
            return Set.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.completed(this);
        }
    }

    /** The session ended without a verified identity. */
    record Ended(SessionHeader header, EndReason reason) implements AfterCaptchaAttempt, AfterCodeAttempt {

        @Override
        public SessionRejection rejection() {
            return new SessionRejection.Over(reason.code());
        }

        @Override
        public SessionState state() {
            return SessionState.ENDED;
        }

        @Override
        public Set<String> allowedActions() {
            return Set.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ended(this);
        }
    }

    /** One method for each state. */
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
