package dev.kycport.app.step;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.session.KycSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to show for a session and what can be done next, in one value. A page that is built from it alone can take every flow
 * to its end. It never contains the identity, a number, a code or a provider's reference.
 *
 * @param session the session's id
 * @param flow the flow's code, such as {@code direct-otp}
 * @param screen which screen to show
 * @param state the session's state, such as {@code awaiting-otp}
 * @param endReason why the session ended; present on {@link Screen#ENDED} only
 * @param asOf when the view was made; compare the instants below with it, not with the clock of a browser
 * @param expiresAt from this instant the session is over, or, once verified, the identity is erased; empty when nothing runs
 *     on
 * @param actions what works now or later, in the order in which to offer it
 * @param consent what the person is or was asked to agree to
 * @param captcha present where an image was fetched and can be answered or replaced
 * @param code present where a code was, or may have been, sent
 * @param offer present on {@link Screen#REDIRECT} once DigiLocker can be visited
 * @param lastReport the code of the last verdict or failure in the audit trail, such as {@code otp.wrong-code}; empty if the
 *     last step simply succeeded
 * @param pollAfter present on {@link Screen#WAIT}: how long to wait before the view is read again
 */
public record SessionView(
        String session,
        String flow,
        Screen screen,
        String state,
        Optional<String> endReason,
        Instant asOf,
        Optional<Instant> expiresAt,
        List<Action> actions,
        ConsentView consent,
        Optional<CaptchaView> captcha,
        Optional<CodeView> code,
        Optional<OfferView> offer,
        Optional<String> lastReport,
        Optional<Duration> pollAfter) {

    /** The version of the form that {@link #toMap} returns. A field may be added; what is there keeps name and meaning. */
    public static final int VERSION = 1;

    public SessionView {
        actions = List.copyOf(actions);
    }

    /** The view of a session as it stands, without the last report, which only the audit trail knows. */
    public static SessionView of(KycSession session, Consent consent, Instant now) {
        return session.match(new SessionViewMapper(consent, now));
    }

    /** The same view with the code of the last report. */
    public SessionView withLastReport(Optional<String> code) {
        return new SessionView(
                session, flow, screen, state, endReason, asOf, expiresAt, actions, consent, captcha, this.code, offer,
                code, pollAfter);
    }

    /** The action of that name, if it is offered. */
    public Optional<Action> action(String name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    /**
     * The view as texts, numbers, lists and maps in a fixed order, for any JSON library: instants in ISO 8601, the image in
     * base64, what is empty left out. docs/session-view.md describes it.
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", VERSION);
        map.put("session", session);
        map.put("flow", flow);
        map.put("screen", screen.code());
        map.put("state", state);
        endReason.ifPresent(reason -> map.put("endReason", reason));
        map.put("asOf", asOf.toString());
        expiresAt.ifPresent(at -> map.put("expiresAt", at.toString()));
        map.put("actions", actions.stream().map(Action::toMap).toList());
        map.put("consent", consent.toMap());
        captcha.ifPresent(part -> map.put("captcha", part.toMap()));
        code.ifPresent(part -> map.put("code", part.toMap()));
        offer.ifPresent(part -> map.put("offer", part.toMap()));
        lastReport.ifPresent(report -> map.put("lastReport", report));
        pollAfter.ifPresent(delay -> map.put("pollAfterSeconds", delay.toSeconds()));
        return map;
    }

    /** The screens. A host needs one page for each. */
    public enum Screen {
        /** Show the notice and ask. */
        CONSENT("consent"),
        /** Ask for the Aadhaar number or virtual id. */
        NUMBER("number"),
        /** Show the image; ask for its text and the number. */
        CAPTCHA("captcha"),
        /** Ask for the code, or offer to send another. */
        CODE("code"),
        /** A provider is being called: show progress, read the view again after {@link SessionView#pollAfter}. */
        WAIT("wait"),
        /** Send the browser to DigiLocker. */
        REDIRECT("redirect"),
        /** The person came back from DigiLocker; the host fetches the documents. */
        COLLECT("collect"),
        /** Ask for the person's own signed document. */
        DOCUMENT("document"),
        /** The person is verified; the host takes the identity over. */
        VERIFIED("verified"),
        /** The person was verified, and the host has the identity. */
        COMPLETED("completed"),
        /** The session ended without a verified identity; {@link SessionView#endReason} says why. */
        ENDED("ended");

        private final String code;

        Screen(String code) {
            this.code = code;
        }

        /** The name in the JSON form. */
        public String code() {
            return code;
        }
    }

    /** Who takes an action. */
    public enum Actor {
        /** The person decides or types something. */
        PERSON("person"),
        /** The host application acts by itself. */
        HOST("host"),
        /** The browser goes somewhere. */
        BROWSER("browser");

        private final String code;

        Actor(String code) {
            this.code = code;
        }

        /** The name in the JSON form. */
        public String code() {
            return code;
        }
    }

    /**
     * One thing that can be done.
     *
     * @param name such as {@code submit-code}; docs/session-view.md names the method of each
     * @param fields the names of the values that it needs, as failures name them, such as {@code otp}
     * @param notBefore from this instant it works; empty if it works now
     */
    public record Action(String name, Actor actor, List<String> fields, Optional<Instant> notBefore) {

        public Action {
            fields = List.copyOf(fields);
        }

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", name);
            map.put("actor", actor.code());
            map.put("fields", fields);
            notBefore.ifPresent(at -> map.put("notBefore", at.toString()));
            return map;
        }
    }

    /**
     * What the person is or was asked to agree to.
     *
     * @param notice the notice's name and version
     * @param language a BCP 47 tag
     * @param text the notice as the person reads it
     * @param data what is fetched, in alphabetical order
     * @param recipients the providers that may be called, in alphabetical order
     * @param status {@code asked}, {@code given}, {@code declined}, {@code withdrawn} or {@code expired}
     * @param validUntil until when calls may be made; present while the status is {@code given}
     */
    public record ConsentView(
            String notice,
            String language,
            String text,
            String purpose,
            List<String> data,
            List<String> recipients,
            String status,
            Optional<Instant> validUntil) {

        public ConsentView {
            data = List.copyOf(data);
            recipients = List.copyOf(recipients);
        }

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("notice", notice);
            map.put("language", language);
            map.put("text", text);
            map.put("purpose", purpose);
            map.put("data", data);
            map.put("recipients", recipients);
            map.put("status", status);
            validUntil.ifPresent(at -> map.put("validUntil", at.toString()));
            return map;
        }
    }

    /**
     * The captcha.
     *
     * @param mediaType such as {@code image/png}; empty once the image is too old to be answered
     * @param image the image file; empty likewise
     * @param expiresAt from this instant the image cannot be answered
     */
    public record CaptchaView(
            Optional<String> mediaType, Optional<Bytes> image, Instant expiresAt, int attemptsLeft, int refreshesLeft) {

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            mediaType.ifPresent(type -> map.put("mediaType", type));
            image.ifPresent(bytes -> map.put("image", Base64.getEncoder().encodeToString(bytes.toArray())));
            map.put("expiresAt", expiresAt.toString());
            map.put("attemptsLeft", attemptsLeft);
            map.put("refreshesLeft", refreshesLeft);
            return map;
        }
    }

    /**
     * The code.
     *
     * @param expiresAt from this instant the code cannot be submitted; empty if no code can be submitted
     * @param attemptsLeft how often a code can be submitted still; 0 if none can
     * @param resendNotBefore before this instant no further code is sent
     */
    public record CodeView(Optional<Instant> expiresAt, int attemptsLeft, int resendsLeft, Instant resendNotBefore) {

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            expiresAt.ifPresent(at -> map.put("expiresAt", at.toString()));
            map.put("attemptsLeft", attemptsLeft);
            map.put("resendsLeft", resendsLeft);
            map.put("resendNotBefore", resendNotBefore.toString());
            return map;
        }
    }

    /**
     * The offer to share documents in DigiLocker.
     *
     * @param url where to send the browser
     * @param expiresAt from this instant a return is not accepted
     */
    public record OfferView(String url, Instant expiresAt) {

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("url", url);
            map.put("expiresAt", expiresAt.toString());
            return map;
        }

        /** Without the URL, which carries the state of the authorization. */
        @Override
        public String toString() {
            return "OfferView[expiresAt=" + expiresAt + "]";
        }
    }
}
