package dev.kycport.adapter.feign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The topic of a vendor's free-text message, for errors whose code leaves the meaning open. Topics are tried in this
 * order, so a message about waiting or about an outage never counts as a statement about the number, even if it names
 * the number. Each topic has patterns that must match and patterns that must not. Topics that end a session are last and
 * have the most specific patterns; an ambiguous message has none of them.
 */
public enum MessageTopic implements Predicate<ResponseStatus> {
    /** The host's part of the request is wrong: purpose or consent. */
    HOST_FIELD(List.of("\\bpurpose\\b", "\\bconsent\\b"), List.of()),
    /** The person or the host tried too often. */
    TOO_MANY_ATTEMPTS(
            List.of(
                    "too many",
                    "\\b(maximum|max\\.?|allowed|permitted|no more|all|number of)\\b.{0,30}\\b(attempts?|tries|retries)\\b",
                    "\\b(attempts?|tries|retries|limits?|quota)\\b.{0,30}\\b(exceed\\w*|exhaust\\w*|reached|over|used)\\b",
                    "\\b(exceed\\w*|exhaust\\w*)\\b.{0,30}\\b(attempts?|tries|retries|limits?)\\b",
                    "\\b(temporarily )?(locked|blocked)\\b"),
            List.of()),
    /** A code was sent a short time ago. */
    CODE_PENDING(
            List.of(
                    "\\b(otp|code|password)\\b.{0,40}\\b(sent|generated|requested|went|delivered|issued|triggered)\\b.{0,80}\\b(already|recently)\\b",
                    "\\b(already|recently|just)\\b.{0,20}\\b(sent|generated|requested|delivered|issued|triggered)\\b",
                    "\\b(already|still)\\b.{0,20}\\b(pending|active|valid|in progress|in process)\\b",
                    "\\bwait\\b",
                    "\\b(again|retry|resend|request|try)\\b.{0,30}\\b(after|in)\\b.{0,15}\\b(\\d+|sometime|some time|few)\\b",
                    "\\b(cool.?down|cooling|too (soon|early|frequent\\w*|fast|quick\\w*))\\b"),
            List.of()),
    /** UIDAI, or a service between the vendor and UIDAI, does not work. */
    SOURCE_UNAVAILABLE(
            List.of(
                    "\\b(unavailable|unreachable|maintenance|outage|temporar\\w+)\\b",
                    "\\b(cannot|can ?not|can't|could ?not|couldn't|unable to|failed to|failure to|error|not)\\b.{0,25}\\b(reach\\w*|connect\\w*|contact\\w*|respond\\w*|communicat\\w*|available right now)\\b",
                    "\\b(service|server|source|uidai|system|site|gateway|network|upstream)\\b.{0,40}\\b(down|busy|failed|failure|error|not available|timed? ?-?out|issue|offline)\\b",
                    "\\b(internal|server|gateway|network|technical|connection|unexpected)\\b.{0,15}\\b(error|failure|issue|problem)\\b",
                    "\\bsomething went wrong\\b",
                    "\\btry (again )?(later|after some time|shortly)\\b"),
            List.of()),
    /** The captcha answer. */
    CAPTCHA(List.of("captcha"), List.of()),
    /** No mobile number is linked to the Aadhaar number. */
    MOBILE_NOT_LINKED(
            List.of(
                    "\\b(no|without)\\b.{0,25}\\b(mobile|phone)\\b",
                    "\\b(mobile|phone)\\b.{0,25}\\b(not|isn't|never|un)\\W{0,2}(been )?\\s?(linked|registered|seeded|mapped|updated|associated)\\b",
                    "\\bnot\\b.{0,10}\\b(linked|registered|seeded|mapped|associated)\\b.{0,20}\\b(mobile|phone)\\b",
                    "\\bunlinked\\b",
                    "\\b(aadhaar|aadhar|uid|number)\\b.{0,20}\\bnot linked\\b"),
            List.of("\\b(otp|code|captcha|session)\\b")),
    /** The code is too old. */
    CODE_EXPIRED(
            List.of(
                    "\\b(otp\\w*|code|one.time.password)\\b.{0,40}(expir|no longer valid|too old|lapsed|timed? ?-?out|validity)",
                    "\\brequest\\b.{0,5}\\btime\\w* ?-?out\\b",
                    "\\b(expired|lapsed|old|outdated)\\b.{0,10}\\b(otp\\w*|code|one.time.password)\\b"),
            List.of()),
    /** The code does not match. */
    CODE_WRONG(
            List.of(
                    "\\b(invalid|incorrect|wrong|bad|mismatch\\w*|not a valid|unmatched|failed)\\b.{0,15}\\b(otp\\w*|code|one.time.password)\\b",
                    "\\b(otp\\w*|code|one.time.password)\\b.{0,40}(invalid|incorrect|wrong|mismatch|not match|n't match|not valid|not correct|not verified|failed|did not|does not)"),
            List.of()),
    /** The vendor does not know its own session or reference any more. */
    SESSION_LOST(
            List.of(
                    "\\b(session|reference|ref[ ._-]{0,2}id|client[ _]?id|transaction)(_?ids?)?\\b.{0,30}(expir|invalid|not found|unknown|not exist|n't exist|timed? ?-?out|time ?out|closed|over\\b|lost|missing|no longer|not valid|not recogni|lapsed|incorrect|wrong)",
                    "\\b(invalid|expired|unknown|no such|no|incorrect|wrong|missing|not a valid|lost)\\b.{0,15}\\b(session|reference|ref[ ._-]{0,2}id|client[ _]?id|transaction)(_?ids?)?\\b"),
            List.of()),
    /** There is no such Aadhaar number. */
    NUMBER_INVALID(
            List.of(
                    "^\\W*(invalid|incorrect|wrong) number\\W*$",
                    "\\b(invalid|incorrect|wrong|bad|unknown|malformed|not a valid|no such)\\b.{0,15}\\b(uid|vid|aadhaar|aadhar|aadhaar_no|aadhaar_number)\\b",
                    "\\b(uid|vid|aadhaar|aadhar|aadhaar_no|aadhaar_number)\\b.{0,25}(invalid|incorrect|wrong|malformed|pattern|not valid|not found|not exist|n't exist|cancel|deactivat|suspend|must be|should be|12 digit)"),
            List.of(
                    "\\b(otp\\w*|one.time.password|captcha|mobile|phone|session|reference(_id)?|ref[ ._-]{0,2}id|client[ _]?id|service|server)\\b"));

    private final List<Pattern> required;
    private final List<Pattern> excluded;

    MessageTopic(List<String> required, List<String> excluded) {
        this.required = required.stream().map(Pattern::compile).toList();
        this.excluded = excluded.stream().map(Pattern::compile).toList();
    }

    /** The topic of a message; empty if it has none of these. */
    public static Optional<MessageTopic> of(String message) {
        String text = message.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return Arrays.stream(values()).filter(topic -> topic.matches(text)).findFirst();
    }

    /** Whether this is the topic of the reply's message. */
    @Override
    public boolean test(ResponseStatus status) {
        return of(status.message()).filter(this::equals).isPresent();
    }

    private boolean matches(String text) {
        return required.stream().anyMatch(pattern -> pattern.matcher(text).find())
                && excluded.stream().noneMatch(pattern -> pattern.matcher(text).find());
    }
}
