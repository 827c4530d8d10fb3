package dev.kycport.app.step;

import dev.kycport.app.step.SessionView.Action;
import dev.kycport.app.step.SessionView.Actor;
import dev.kycport.app.step.SessionView.CaptchaView;
import dev.kycport.app.step.SessionView.CodeView;
import dev.kycport.app.step.SessionView.ConsentView;
import dev.kycport.app.step.SessionView.OfferView;
import dev.kycport.app.step.SessionView.Screen;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The view of each state. A new state of a session or challenge breaks compilation here. */
record SessionViewMapper(Consent consent, Instant now) implements KycSession.Cases<SessionView> {

    private static final Duration POLL_AFTER = Duration.ofSeconds(2);

    @Override
    public SessionView opened(KycSession.Opened session) {
        return live(session, Content.of(Screen.CONSENT, person("give-consent"), person("decline-consent")));
    }

    @Override
    public SessionView consented(KycSession.Consented session) {
        return live(session, start(session.header().flow()));
    }

    @Override
    public SessionView awaitingCaptcha(KycSession.AwaitingCaptcha<?> session) {
        return live(session, session.captcha().match(new CaptchaContent()));
    }

    @Override
    public SessionView awaitingOtp(KycSession.AwaitingOtp<?> session) {
        return live(
                session, session.otp().match(new CodeContent(session.header().flow(), now)));
    }

    @Override
    public SessionView awaitingAuthorization(KycSession.AwaitingAuthorization<?> session) {
        return live(session, session.authorization().match(new AuthorizationContent()));
    }

    @Override
    public SessionView verified(KycSession.Verified session) {
        return view(
                session, Content.of(Screen.VERIFIED, host("complete")), Optional.of(session.keptUntil()), List.of());
    }

    @Override
    public SessionView completed(KycSession.Completed session) {
        return view(session, Content.of(Screen.COMPLETED), Optional.empty(), List.of());
    }

    @Override
    public SessionView ended(KycSession.Ended session) {
        return view(session, Content.of(Screen.ENDED), Optional.empty(), List.of());
    }

    private SessionView live(KycSession session, Content content) {
        return view(session, content, Optional.of(session.header().expiresAt()), List.of(person("cancel")));
    }

    private SessionView view(KycSession session, Content content, Optional<Instant> expiresAt, List<Action> ways) {
        List<Action> actions = Stream.of(content.actions().stream(), ways.stream(), withdrawal().stream())
                .flatMap(each -> each)
                .toList();
        return new SessionView(
                session.id().value(),
                session.header().flow().code(),
                content.screen(),
                session.state().code(),
                session instanceof KycSession.Ended ended
                        ? Optional.of(ended.reason().code())
                        : Optional.empty(),
                now,
                expiresAt,
                actions,
                consentView(),
                content.captcha(),
                content.code(),
                content.offer(),
                Optional.empty(),
                content.screen() == Screen.WAIT ? Optional.of(POLL_AFTER) : Optional.empty());
    }

    private static Content start(Flow flow) {
        return switch (flow) {
            case DIRECT_OTP -> Content.of(Screen.NUMBER, person("start-direct-otp", InputField.AADHAAR));
            case CAPTCHA_OTP -> Content.of(Screen.CAPTCHA, host("start-captcha-otp"));
            case DIGILOCKER ->
                Content.of(Screen.REDIRECT, host("start-digilocker", InputField.REDIRECT_URL, InputField.DOCUMENT));
        };
    }

    // A consent that was given can be withdrawn in every state of its session.
    private List<Action> withdrawal() {
        boolean given = consent instanceof Consent.Given || consent instanceof Consent.Expired;
        return given ? List.of(person("withdraw-consent")) : List.of();
    }

    private ConsentView consentView() {
        ConsentTerms terms = consent.terms();
        return new ConsentView(
                terms.notice().name(),
                terms.notice().language(),
                terms.notice().text(),
                terms.purpose().value(),
                terms.dataItems().stream().sorted().toList(),
                terms.recipients().stream().map(ProviderId::value).sorted().toList(),
                consent.match(ConsentStatusCode.INSTANCE),
                consent instanceof Consent.Given given ? Optional.of(given.validUntil()) : Optional.empty());
    }

    private static Action person(String name, InputField... fields) {
        return action(name, Actor.PERSON, Optional.empty(), fields);
    }

    private static Action host(String name, InputField... fields) {
        return action(name, Actor.HOST, Optional.empty(), fields);
    }

    private static Action action(String name, Actor actor, Optional<Instant> notBefore, InputField... fields) {
        return new Action(name, actor, Stream.of(fields).map(InputField::code).toList(), notBefore);
    }

    /** What depends on the challenge. */
    private record Content(
            Screen screen,
            List<Action> actions,
            Optional<CaptchaView> captcha,
            Optional<CodeView> code,
            Optional<OfferView> offer) {

        static Content of(Screen screen, Action... actions) {
            return of(screen, List.of(actions));
        }

        static Content of(Screen screen, List<Action> actions) {
            return new Content(screen, actions, Optional.empty(), Optional.empty(), Optional.empty());
        }

        Content with(CaptchaView view) {
            return new Content(screen, actions, Optional.of(view), code, offer);
        }

        Content with(CodeView view) {
            return new Content(screen, actions, captcha, Optional.of(view), offer);
        }

        Content with(OfferView view) {
            return new Content(screen, actions, captcha, code, Optional.of(view));
        }
    }

    private record CaptchaContent() implements CaptchaChallenge.OpenCases<Content> {

        @Override
        public Content requested(CaptchaChallenge.Requested challenge) {
            return Content.of(Screen.WAIT);
        }

        @Override
        public Content shown(CaptchaChallenge.Shown challenge) {
            List<Action> actions = new ArrayList<>();
            actions.add(person("submit-captcha", InputField.AADHAAR, InputField.CAPTCHA));
            actions.addAll(reload(challenge));
            return Content.of(Screen.CAPTCHA, actions)
                    .with(new CaptchaView(
                            Optional.of(challenge.image().type().mime()),
                            Optional.of(challenge.image().image()),
                            challenge.expiresAt(),
                            challenge.attemptsLeft(),
                            challenge.refreshesLeft()));
        }

        @Override
        public Content answered(CaptchaChallenge.Answered challenge) {
            return Content.of(Screen.WAIT);
        }

        @Override
        public Content expired(CaptchaChallenge.Expired challenge) {
            return Content.of(Screen.CAPTCHA, reload(challenge))
                    .with(new CaptchaView(
                            Optional.empty(),
                            Optional.empty(),
                            challenge.expiresAt(),
                            challenge.attemptsLeft(),
                            challenge.refreshesLeft()));
        }

        private static List<Action> reload(CaptchaChallenge.Refreshable challenge) {
            return challenge.refreshesLeft() > 0 ? List.of(person("reload-captcha")) : List.of();
        }
    }

    private record CodeContent(Flow flow, Instant now) implements OtpChallenge.OpenCases<Content> {

        @Override
        public Content requested(OtpChallenge.Requested challenge) {
            return Content.of(Screen.WAIT);
        }

        @Override
        public Content awaitingCode(OtpChallenge.AwaitingCode challenge) {
            List<Action> actions = new ArrayList<>();
            actions.add(person("submit-code", InputField.OTP));
            actions.addAll(resend(challenge));
            return Content.of(Screen.CODE, actions)
                    .with(new CodeView(
                            Optional.of(challenge.expiresAt()),
                            challenge.attemptsLeft(),
                            challenge.resendsLeft(),
                            challenge.resendNotBefore()));
        }

        @Override
        public Content verifying(OtpChallenge.Verifying challenge) {
            return Content.of(Screen.WAIT);
        }

        @Override
        public Content pending(OtpChallenge.Pending challenge) {
            return withoutCode(challenge);
        }

        @Override
        public Content inDoubt(OtpChallenge.InDoubt challenge) {
            return withoutCode(challenge);
        }

        @Override
        public Content expired(OtpChallenge.Expired challenge) {
            return withoutCode(challenge);
        }

        private Content withoutCode(OtpChallenge.Resendable challenge) {
            return Content.of(Screen.CODE, resend(challenge))
                    .with(new CodeView(Optional.empty(), 0, challenge.resendsLeft(), challenge.resendNotBefore()));
        }

        // The number is kept nowhere, so the direct flow asks for it again; the captcha flow asks for it with the
        // captcha.
        private List<Action> resend(OtpChallenge.Resendable challenge) {
            Optional<Instant> notBefore =
                    Optional.of(challenge.resendNotBefore()).filter(now::isBefore);
            InputField[] fields = flow == Flow.DIRECT_OTP ? new InputField[] {InputField.AADHAAR} : new InputField[0];
            return challenge.resendsLeft() > 0
                    ? List.of(action("resend-code", Actor.PERSON, notBefore, fields))
                    : List.of();
        }
    }

    private record AuthorizationContent() implements AuthorizationChallenge.OpenCases<Content> {

        @Override
        public Content requested(AuthorizationChallenge.Requested challenge) {
            return Content.of(Screen.WAIT);
        }

        @Override
        public Content offered(AuthorizationChallenge.Offered challenge) {
            return Content.of(
                            Screen.REDIRECT,
                            action("open-digilocker", Actor.BROWSER, Optional.empty()),
                            host("handle-digilocker-return", InputField.RETURN_URL))
                    .with(new OfferView(challenge.request().url().toString(), challenge.expiresAt()));
        }

        @Override
        public Content returned(AuthorizationChallenge.Returned challenge) {
            return Content.of(Screen.WAIT);
        }

        @Override
        public Content connected(AuthorizationChallenge.Connected challenge) {
            return Content.of(Screen.COLLECT, host("fetch-documents"));
        }

        @Override
        public Content fetchingDocuments(AuthorizationChallenge.FetchingDocuments challenge) {
            return Content.of(Screen.WAIT);
        }
    }

    private enum ConsentStatusCode implements Consent.Cases<String> {
        INSTANCE;

        @Override
        public String asked(Consent.Asked consent) {
            return "asked";
        }

        @Override
        public String given(Consent.Given consent) {
            return "given";
        }

        @Override
        public String declined(Consent.Declined consent) {
            return "declined";
        }

        @Override
        public String withdrawn(Consent.Withdrawn consent) {
            return "withdrawn";
        }

        @Override
        public String expired(Consent.Expired consent) {
            return "expired";
        }
    }
}
