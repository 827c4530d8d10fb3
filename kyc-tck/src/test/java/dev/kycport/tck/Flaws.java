package dev.kycport.tck;

import static dev.kycport.tck.ProviderBehaviour.*;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.Flow;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.CaptchaVerdict;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.SessionLost;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every way to get a gateway wrong that the contracts claim to notice. */
final class Flaws {

    private static final Logger LOG = LoggerFactory.getLogger(Flaws.class);
    private static final String NUMBER = Canary.USUAL.number();

    private Flaws() {}

    static List<Flaw> all() {
        List<Flaw> flaws = new ArrayList<>();
        flaws.addAll(onTheWire());
        flaws.addAll(misreadReplies());
        flaws.addAll(misreadFailures());
        flaws.addAll(misreadVerdicts());
        flaws.addAll(leaks());
        flaws.addAll(repeats());
        flaws.addAll(returns());
        flaws.addAll(gaps());
        return flaws;
    }

    private static List<Flaw> onTheWire() {
        return List.of(
                takesFor(UNREACHABLE, TIMES_OUT, "a_refused_connection_proves_that_nothing_was_sent"),
                Flaw.at(
                        UNREACHABLE,
                        "knocks at another door when nobody listens",
                        "a_refused_connection_proves_that_nothing_was_sent",
                        (asked, honest) -> {
                            asked.wire().request();
                            return honest.answer(asked);
                        }),
                takesFor(TIMES_OUT, UNREACHABLE, "a_time_out_may_have_been_delivered"),
                takesFor(DROPS_CONNECTION, UNREACHABLE, "a_dropped_connection_may_have_been_delivered"),
                takesFor(RESETS_CONNECTION, UNREACHABLE, "a_dropped_connection_may_have_been_delivered"),
                Flaw.at(
                        OVER_LONG_REPLY,
                        "reads replies of any length",
                        "an_over_long_reply_is_refused",
                        (asked, honest) -> honest.answer(asked)
                                .mapLeft(failure ->
                                        new ProviderFailure.Unintelligible(failure.trace(), Oddity.MISSING_FIELD))),
                Flaw.at(REDIRECTS, "follows redirects", "a_redirect_is_not_followed", (asked, honest) -> {
                    asked.wire().request();
                    return honest.answer(asked);
                }),
                Flaw.of(
                        "sends what it was given to another place as well",
                        "secrets_go_only_where_the_recording_expects_them",
                        (asked, honest) -> {
                            asked.wire().mismatch("POST /analytics");
                            return honest.answer(asked);
                        }));
    }

    private static List<Flaw> misreadReplies() {
        return List.of(
                believes(BREAKS_OFF, "a_reply_that_breaks_off_is_unintelligible_and_never_success"),
                believes(TRICKLES, "a_reply_that_never_ends_is_a_time_out"),
                believes(EMPTY_REPLY, "an_empty_reply_is_unintelligible_and_never_success"),
                believes(GARBAGE_REPLY, "a_garbage_reply_is_unintelligible_and_never_success"),
                takesFor(ERROR_PAGE, SOURCE_DOWN, "an_error_page_is_unintelligible"),
                believes(REDIRECTS, "a_redirect_is_not_followed"),
                believes(UNKNOWN_SHAPE, "an_unknown_reply_is_unintelligible_and_never_success"),
                believes(UNKNOWN_CODE_UNDER_SUCCESS, "an_unknown_code_under_success_is_unintelligible"),
                believes(MISSING_FIELD, "a_success_that_lacks_a_part_is_unintelligible"));
    }

    private static List<Flaw> misreadFailures() {
        return List.of(
                takesFor(THROTTLED, QUOTA_USED, "too_many_calls_are_told_as_such"),
                takesFor(BAD_CREDENTIALS, REFUSES_REQUEST, "bad_credentials_are_told_as_such"),
                takesFor(QUOTA_USED, THROTTLED, "a_used_up_quota_is_told_as_such"),
                takesFor(REFUSES_REQUEST, UNREACHABLE, "a_refused_request_is_told_as_such"),
                takesFor(SOURCE_DOWN, ERROR_PAGE, "a_source_that_is_down_is_told_as_such"),
                takesFor(SOURCE_TIMES_OUT, SOURCE_DOWN, "a_source_that_times_out_may_have_been_delivered"),
                Flaw.of(
                        "names itself by a constant",
                        "every_failure_names_its_provider",
                        (asked, honest) -> honest.answer(asked)
                                .mapLeft(failure ->
                                        new ProviderFailure.TimedOut(VendorTrace.of(new ProviderId("constant"))))),
                Flaw.at(
                        GARBAGE_REPLY,
                        "lets the decoder's exception out",
                        "a_gateway_answers_and_never_throws",
                        (asked, honest) -> {
                            throw new IllegalStateException("no JSON");
                        }));
    }

    private static List<Flaw> misreadVerdicts() {
        return List.of(
                fails(CODE_SENT, "a_sent_code_comes_with_its_reference"),
                fails(MOBILE_NOT_LINKED, "a_number_without_a_mobile_is_a_verdict_not_a_failure"),
                fails(NUMBER_INVALID, "an_unknown_number_is_a_verdict_not_a_failure"),
                fails(CODE_PENDING, "a_pending_code_is_a_verdict_not_a_failure"),
                fails(RIGHT_CODE, "a_right_code_comes_with_the_person"),
                fails(WRONG_CODE, "a_wrong_code_is_a_verdict_not_a_failure"),
                fails(CODE_EXPIRED, "an_expired_code_is_a_verdict_of_its_own"),
                fails(SESSION_LOST, "a_lost_session_is_told_as_such"),
                fails(HANDS_BACK_TOO_MUCH, "a_provider_that_hands_back_too_much_is_cut_down"),
                fails(CAPTCHA_SHOWN, "a_session_begins_with_an_image"),
                shows(CAPTCHA_SHOWN, pdf(), "a_session_begins_with_an_image"),
                shows(CAPTCHA_RELOADED, new CaptchaVerdict.NewImage(pdf()), "a_reload_brings_another_image"),
                fails(WRONG_CAPTCHA, "a_wrong_captcha_is_a_verdict_not_a_failure"),
                fails(OFFER_MADE, "an_offer_says_where_to_go_and_what_to_come_back_with"),
                shows(OFFER_MADE, offerOf(DocumentType.PAN), "an_offer_asks_for_the_documents_wanted"),
                fails(GRANT_ACCEPTED, "a_grant_leads_to_access"),
                fails(GRANT_REFUSED, "a_refused_grant_is_a_verdict_not_a_failure"),
                fails(DOCUMENTS_SHARED, "shared_documents_come_with_the_person"),
                fails(AADHAAR_WITHHELD, "documents_without_the_aadhaar_still_name_their_holder"),
                shows(AADHAAR_WITHHELD, new SessionLost(), "documents_without_the_aadhaar_still_name_their_holder"),
                changes(
                                "hands out nobody's documents",
                                "documents_of_a_forgotten_holder_are_nobodys",
                                person -> with(person, "", person.documents(), person.assurance()))
                        .in(Set.of(Flow.DIGILOCKER)),
                fails(NOTHING_SHARED, "sharing_nothing_is_a_verdict_not_a_failure"),
                changes(
                        "vouches in another's name",
                        "the_person_is_vouched_for_by_flow_and_provider",
                        person -> with(
                                person,
                                person.name(),
                                person.documents(),
                                new Assurance(
                                        person.assurance().how(),
                                        new ProviderId("another"),
                                        person.assurance().at()))),
                changes(
                        "looks at a clock of its own",
                        "the_person_is_vouched_for_at_the_time_of_the_clock_handed_in",
                        person -> with(
                                person,
                                person.name(),
                                person.documents(),
                                new Assurance(
                                        person.assurance().how(),
                                        person.assurance().by(),
                                        person.assurance().at().plusMillis(1)))));
    }

    private static List<Flaw> leaks() {
        return List.of(
                Flaw.of(
                        "throws an exception whose cause holds the URL",
                        "no_failure_carries_the_number_or_the_code",
                        (asked, honest) -> {
                            honest.answer(asked);
                            throw new IllegalStateException(
                                    "the call failed", new IllegalArgumentException("POST /otp?q=" + asked.secret()));
                        }),
                Flaw.of(
                        "quotes what it sent as the request's id",
                        "no_failure_carries_the_number_or_the_code",
                        (asked, honest) -> honest.answer(asked).mapLeft(failure -> quoting("id-" + asked.secret()))),
                Flaw.of(
                        "quotes what it sent in base64",
                        "no_failure_carries_the_number_or_the_code",
                        (asked, honest) ->
                                honest.answer(asked).mapLeft(failure -> quoting(base64("x" + asked.secret())))),
                changes(
                        "hands back the whole number as part of the name",
                        "the_full_number_never_leaves_the_adapter",
                        person -> with(
                                person, person.name() + " (9999 4105 7058)", person.documents(), person.assurance())),
                changes(
                        "hands back a document that shows the whole number",
                        "the_full_number_never_leaves_the_adapter",
                        person -> with(person, person.name(), List.of(numbered()), person.assurance())),
                Flaw.of("logs its URL at trace", "no_log_line_carries_a_secret", (asked, honest) -> {
                    LOG.trace("POST /otp?number={}", asked.secret());
                    return honest.answer(asked);
                }),
                Flaw.of("prints what it was given", "no_log_line_carries_a_secret", (asked, honest) -> {
                    System.out.println("asked with " + asked.secret());
                    return honest.answer(asked);
                }),
                Flaw.of("prints what it was given as an error", "no_log_line_carries_a_secret", (asked, honest) -> {
                    System.err.println("asked with " + asked.secret());
                    return honest.answer(asked);
                }),
                Flaw.of("logs an exception that holds a body", "no_log_line_carries_a_secret", (asked, honest) -> {
                    LOG.debug("cannot read", new IllegalArgumentException("{\"number\":\"" + asked.secret() + "\"}"));
                    return honest.answer(asked);
                }));
    }

    private static List<Flaw> repeats() {
        return List.of(
                repeats(TIMES_OUT, "a_time_out_is_not_repeated_behind_our_back"),
                repeats(DROPS_CONNECTION, "a_dropped_connection_is_not_repeated_behind_our_back"),
                repeats(RESETS_CONNECTION, "a_dropped_connection_is_not_repeated_behind_our_back"),
                repeats(THROTTLED, "a_throttled_call_is_not_repeated_behind_our_back"),
                Flaw.of("asks everything twice", "what_has_an_effect_is_asked_once", (asked, honest) -> {
                    honest.answer(asked);
                    return honest.answer(asked);
                }));
    }

    private static List<Flaw> returns() {
        return List.of(
                Flaw.inReading(
                        "accepts a return without a state",
                        "a_return_without_a_state_is_refused",
                        (url, wire) -> Answers.read(url, wire)
                                .orElse(Either.right(new AuthorizationReturn.Refused("made up")))),
                Flaw.inReading(
                        "takes every return for a refusal",
                        "a_return_with_a_code_is_a_grant",
                        (url, wire) ->
                                Answers.read(url, wire).map(read -> new AuthorizationReturn.Refused(read.state()))),
                Flaw.inReading(
                        "takes a return that says nothing for a refusal",
                        "a_return_with_neither_code_nor_error_is_refused",
                        (url, wire) -> Answers.read(url, wire)
                                .fold(
                                        missing -> missing.field() == Field.STATE
                                                ? Either.left(missing)
                                                : Either.right(new AuthorizationReturn.Refused("s1")),
                                        Either::right)),
                Flaw.inReading(
                        "takes every return for a grant",
                        "a_return_with_an_error_is_a_refusal",
                        (url, wire) -> Answers.read(url, wire)
                                .map(read -> new AuthorizationReturn.Granted(read.state(), Canary.USUAL.grant()))),
                Flaw.inReading("asks somebody what a return means", "reading_a_return_asks_nobody", (url, wire) -> {
                    wire.request();
                    return Answers.read(url, wire);
                }));
    }

    private static List<Flaw> gaps() {
        return List.of(
                Flaw.declaring("says that its network never fails", Map.of(TIMES_OUT, "our line is good")),
                Flaw.declaring("says that nobody mistypes", Map.of(WRONG_CODE, "never seen"))
                        .in(Set.of(Flow.DIRECT_OTP, Flow.CAPTCHA_OTP)),
                Flaw.declaring("gives no reason", Map.of(QUOTA_USED, " ")));
    }

    private static Flaw takesFor(ProviderBehaviour behaviour, ProviderBehaviour other, String caughtBy) {
        return Flaw.at(behaviour, "takes " + behaviour.code() + " for " + other.code(), caughtBy, (asked, honest) -> {
            honest.answer(asked);
            return Either.left(Answers.failure(other));
        });
    }

    private static Flaw believes(ProviderBehaviour behaviour, String caughtBy) {
        return Flaw.at(behaviour, "takes " + behaviour.code() + " for success", caughtBy, (asked, honest) -> {
            honest.answer(asked);
            return Answers.success(asked);
        });
    }

    private static Flaw fails(ProviderBehaviour behaviour, String caughtBy) {
        return Flaw.at(behaviour, "takes " + behaviour.code() + " for a failure", caughtBy, (asked, honest) -> {
            honest.answer(asked);
            return Either.left(Answers.failure(REFUSES_REQUEST));
        });
    }

    private static Flaw shows(ProviderBehaviour behaviour, Object verdict, String caughtBy) {
        return Flaw.at(behaviour, "answers " + behaviour.code() + " with something else", caughtBy, (asked, honest) -> {
            honest.answer(asked);
            return Either.right(verdict);
        });
    }

    private static Flaw repeats(ProviderBehaviour behaviour, String caughtBy) {
        return Flaw.at(behaviour, "repeats on " + behaviour.code(), caughtBy, (asked, honest) -> {
            honest.answer(asked);
            return honest.answer(asked);
        });
    }

    private static Flaw changes(String name, String caughtBy, UnaryOperator<VerifiedIdentity> change) {
        return Flaw.of(
                name, caughtBy, (asked, honest) -> honest.answer(asked).map(verdict -> changed(verdict, change)));
    }

    private static Object changed(Object verdict, UnaryOperator<VerifiedIdentity> change) {
        if (verdict instanceof CodeVerdict.RightCode right) {
            return new CodeVerdict.RightCode(change.apply(right.identity()));
        }
        if (verdict instanceof CollectionVerdict.Collected collected) {
            return new CollectionVerdict.Collected(change.apply(collected.identity()));
        }
        return verdict;
    }

    private static VerifiedIdentity with(
            VerifiedIdentity person, String name, List<IssuedDocument> documents, Assurance assurance) {
        return new VerifiedIdentity(
                name,
                person.birthDate(),
                person.gender(),
                person.address(),
                person.photo(),
                person.number(),
                documents,
                assurance);
    }

    private static IssuedDocument numbered() {
        Bytes xml = Bytes.of(("<uid>" + NUMBER + "</uid>").getBytes(StandardCharsets.UTF_8));
        return new IssuedDocument(DocumentType.AADHAAR, "UIDAI", xml, MediaType.XML);
    }

    private static CaptchaImage pdf() {
        return new CaptchaImage(Sample.anyReference(), SampleFiles.PDF, MediaType.PDF);
    }

    private static AuthorizationOffer offerOf(DocumentType... documents) {
        AuthorizationOffer offer = SampleFiles.offer();
        return new AuthorizationOffer(
                offer.reference(), offer.url(), offer.state(), Set.copyOf(Arrays.asList(documents)));
    }

    private static ProviderFailure quoting(String transaction) {
        return new ProviderFailure.TimedOut(
                new VendorTrace(Sample.anyProvider(), Optional.of(transaction), Optional.empty(), OptionalInt.empty()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
