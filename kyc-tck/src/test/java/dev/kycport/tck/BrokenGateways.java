package dev.kycport.tck;

import static dev.kycport.tck.recording.ProviderBehaviour.*;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.Flow;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.gateway.CaptchaVerdict;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.SampleFiles;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every way to get a gateway wrong that the contracts claim to notice. */
final class BrokenGateways {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenGateways.class);
    private static final String NUMBER = Canary.DEFAULT.number();

    private BrokenGateways() {}

    static List<BrokenGateway> all() {
        List<BrokenGateway> flaws = new ArrayList<>();
        flaws.addAll(networkErrors());
        flaws.addAll(misreadReplies());
        flaws.addAll(misreadFailures());
        flaws.addAll(misreadVerdicts());
        flaws.addAll(leaks());
        flaws.addAll(repeats());
        flaws.addAll(returns());
        flaws.addAll(gaps());
        return flaws;
    }

    private static List<BrokenGateway> networkErrors() {
        return List.of(
                mistakes(UNREACHABLE, TIMES_OUT, "a_refused_connection_proves_that_nothing_was_sent"),
                BrokenGateway.atBehaviour(
                        UNREACHABLE,
                        "knocks at another door when nobody listens",
                        "a_refused_connection_proves_that_nothing_was_sent",
                        (toyCall, correctGateway) -> {
                            toyCall.wire().request();
                            return correctGateway.answer(toyCall);
                        }),
                mistakes(TIMES_OUT, UNREACHABLE, "a_time_out_may_have_been_delivered"),
                mistakes(DROPS_CONNECTION, UNREACHABLE, "a_dropped_connection_may_have_been_delivered"),
                mistakes(RESETS_CONNECTION, UNREACHABLE, "a_dropped_connection_may_have_been_delivered"),
                BrokenGateway.atBehaviour(
                        OVER_LONG_REPLY,
                        "reads replies of any length",
                        "an_over_long_reply_is_refused",
                        (toyCall, correctGateway) -> correctGateway
                                .answer(toyCall)
                                .mapLeft(failure -> ProviderFailure.unintelligible(
                                        failure.trace(), UnintelligibleReason.MISSING_FIELD))),
                BrokenGateway.atBehaviour(
                        REDIRECTS, "follows redirects", "a_redirect_is_not_followed", (toyCall, correctGateway) -> {
                            toyCall.wire().request();
                            return correctGateway.answer(toyCall);
                        }),
                BrokenGateway.everywhere(
                        "sends what it was given to another place as well",
                        "secrets_go_only_where_the_recording_expects_them",
                        (toyCall, correctGateway) -> {
                            toyCall.wire().mismatch("POST /analytics");
                            return correctGateway.answer(toyCall);
                        }));
    }

    private static List<BrokenGateway> misreadReplies() {
        return List.of(
                acceptsAsSuccess(BREAKS_OFF, "a_reply_that_breaks_off_is_never_success"),
                acceptsAsSuccess(TRICKLES, "a_reply_that_never_ends_is_a_time_out"),
                acceptsAsSuccess(EMPTY_REPLY, "an_empty_reply_is_unintelligible_and_never_success"),
                acceptsAsSuccess(GARBAGE_REPLY, "a_garbage_reply_is_unintelligible_and_never_success"),
                mistakes(ERROR_PAGE, SOURCE_DOWN, "an_error_page_is_unintelligible"),
                acceptsAsSuccess(REDIRECTS, "a_redirect_is_not_followed"),
                acceptsAsSuccess(UNKNOWN_SHAPE, "an_unknown_reply_is_unintelligible_and_never_success"),
                acceptsAsSuccess(UNKNOWN_CODE_UNDER_SUCCESS, "an_unknown_code_under_success_is_unintelligible"),
                acceptsAsSuccess(MISSING_FIELD, "a_success_that_lacks_a_part_is_unintelligible"));
    }

    private static List<BrokenGateway> misreadFailures() {
        return List.of(
                mistakes(THROTTLED, QUOTA_USED, "too_many_calls_are_reported_as_such"),
                mistakes(BAD_CREDENTIALS, REFUSES_REQUEST, "bad_credentials_are_reported_as_such"),
                mistakes(QUOTA_USED, THROTTLED, "a_used_up_quota_is_reported_as_such"),
                mistakes(REFUSES_REQUEST, UNREACHABLE, "a_refused_request_is_reported_as_such"),
                mistakes(SOURCE_DOWN, ERROR_PAGE, "a_source_that_is_down_is_reported_as_such"),
                mistakes(SOURCE_TIMES_OUT, SOURCE_DOWN, "a_source_that_times_out_may_have_been_delivered"),
                BrokenGateway.everywhere(
                        "names itself by a constant",
                        "every_failure_names_its_provider",
                        (toyCall, correctGateway) -> correctGateway
                                .answer(toyCall)
                                .mapLeft(failure ->
                                        ProviderFailure.timedOut(VendorTrace.of(new ProviderId("constant"))))),
                BrokenGateway.atBehaviour(
                        GARBAGE_REPLY,
                        "lets the decoder's exception out",
                        "a_gateway_answers_and_never_throws",
                        (toyCall, correctGateway) -> {
                            throw new IllegalStateException("no JSON");
                        }));
    }

    private static List<BrokenGateway> misreadVerdicts() {
        return List.of(
                treatsAsFailure(CODE_SENT, "a_sent_code_comes_with_its_reference"),
                treatsAsFailure(MOBILE_NOT_LINKED, "a_number_without_a_mobile_is_a_verdict_not_a_failure"),
                treatsAsFailure(NUMBER_INVALID, "an_unknown_number_is_a_verdict_not_a_failure"),
                treatsAsFailure(CODE_PENDING, "a_pending_code_is_a_verdict_not_a_failure"),
                treatsAsFailure(RIGHT_CODE, "a_right_code_comes_with_the_person"),
                treatsAsFailure(WRONG_CODE, "a_wrong_code_is_a_verdict_not_a_failure"),
                treatsAsFailure(CODE_EXPIRED, "an_expired_code_is_a_verdict_of_its_own"),
                treatsAsFailure(SESSION_LOST, "a_lost_session_is_reported_as_such"),
                treatsAsFailure(HANDS_BACK_TOO_MUCH, "a_provider_that_hands_back_too_much_is_cut_down"),
                treatsAsFailure(CAPTCHA_SHOWN, "a_session_begins_with_an_image"),
                answersWith(CAPTCHA_SHOWN, pdf(), "a_session_begins_with_an_image"),
                answersWith(CAPTCHA_RELOADED, new CaptchaVerdict.NewImage(pdf()), "a_reload_brings_another_image"),
                treatsAsFailure(WRONG_CAPTCHA, "a_wrong_captcha_is_a_verdict_not_a_failure"),
                treatsAsFailure(OFFER_MADE, "an_offer_says_where_to_go_and_what_to_come_back_with"),
                answersWith(OFFER_MADE, offerOf(DocumentType.PAN), "an_offer_asks_for_the_documents_wanted"),
                treatsAsFailure(GRANT_ACCEPTED, "a_grant_leads_to_access"),
                treatsAsFailure(GRANT_REFUSED, "a_refused_grant_is_a_verdict_not_a_failure"),
                treatsAsFailure(DOCUMENTS_SHARED, "shared_documents_come_with_the_person"),
                treatsAsFailure(AADHAAR_WITHHELD, "documents_without_the_aadhaar_still_name_their_holder"),
                answersWith(
                        AADHAAR_WITHHELD, new SessionLost(), "documents_without_the_aadhaar_still_name_their_holder"),
                changesPerson(
                                "hands out nobody's documents",
                                "documents_of_a_forgotten_holder_are_nobodys",
                                person -> with(person, "", person.documents(), person.assurance()))
                        .in(Set.of(Flow.DIGILOCKER)),
                treatsAsFailure(NOTHING_SHARED, "sharing_nothing_is_a_verdict_not_a_failure"),
                changesPerson(
                        "vouches in another's name",
                        "the_person_is_vouched_for_by_flow_and_provider",
                        person -> with(
                                person,
                                person.name(),
                                person.documents(),
                                new Assurance(
                                        person.assurance().flow(),
                                        new ProviderId("another"),
                                        person.assurance().verifiedAt()))),
                changesPerson(
                        "looks at a clock of its own",
                        "the_person_is_vouched_for_at_the_time_of_the_clock_handed_in",
                        person -> with(
                                person,
                                person.name(),
                                person.documents(),
                                new Assurance(
                                        person.assurance().flow(),
                                        person.assurance().provider(),
                                        person.assurance().verifiedAt().plusMillis(1)))));
    }

    private static List<BrokenGateway> leaks() {
        return List.of(
                BrokenGateway.everywhere(
                        "throws an exception whose cause holds the URL",
                        "no_failure_carries_the_number_or_the_code",
                        (toyCall, correctGateway) -> {
                            correctGateway.answer(toyCall);
                            throw new IllegalStateException(
                                    "the call failed", new IllegalArgumentException("POST /otp?q=" + toyCall.secret()));
                        }),
                BrokenGateway.everywhere(
                        "quotes what it sent as the request's id",
                        "no_failure_carries_the_number_or_the_code",
                        (toyCall, correctGateway) ->
                                correctGateway.answer(toyCall).mapLeft(failure -> quoting("id-" + toyCall.secret()))),
                BrokenGateway.everywhere(
                        "quotes what it sent in base64",
                        "no_failure_carries_the_number_or_the_code",
                        (toyCall, correctGateway) -> correctGateway
                                .answer(toyCall)
                                .mapLeft(failure -> quoting(base64("x" + toyCall.secret())))),
                changesPerson(
                        "hands back the whole number as part of the name",
                        "the_full_number_never_leaves_the_adapter",
                        person -> with(
                                person, person.name() + " (9999 4105 7058)", person.documents(), person.assurance())),
                changesPerson(
                        "hands back a document that shows the whole number",
                        "the_full_number_never_leaves_the_adapter",
                        person -> with(person, person.name(), List.of(numbered()), person.assurance())),
                BrokenGateway.everywhere(
                        "logs its URL at trace", "no_log_line_carries_a_secret", (toyCall, correctGateway) -> {
                            LOG.trace("POST /otp?number={}", toyCall.secret());
                            return correctGateway.answer(toyCall);
                        }),
                BrokenGateway.everywhere(
                        "prints what it was given", "no_log_line_carries_a_secret", (toyCall, correctGateway) -> {
                            System.out.println("asked with " + toyCall.secret());
                            return correctGateway.answer(toyCall);
                        }),
                BrokenGateway.everywhere(
                        "prints what it was given as an error",
                        "no_log_line_carries_a_secret",
                        (toyCall, correctGateway) -> {
                            System.err.println("asked with " + toyCall.secret());
                            return correctGateway.answer(toyCall);
                        }),
                BrokenGateway.everywhere(
                        "logs an exception that holds a body",
                        "no_log_line_carries_a_secret",
                        (toyCall, correctGateway) -> {
                            LOG.debug(
                                    "cannot read",
                                    new IllegalArgumentException("{\"number\":\"" + toyCall.secret() + "\"}"));
                            return correctGateway.answer(toyCall);
                        }));
    }

    private static List<BrokenGateway> repeats() {
        return List.of(
                repeats(TIMES_OUT, "a_time_out_is_not_repeated_behind_our_back"),
                repeats(DROPS_CONNECTION, "a_dropped_connection_is_not_repeated_behind_our_back"),
                repeats(RESETS_CONNECTION, "a_dropped_connection_is_not_repeated_behind_our_back"),
                repeats(THROTTLED, "a_throttled_call_is_not_repeated_behind_our_back"),
                asksTwice("what_has_an_effect_is_asked_once"),
                asksTwice("many_who_ask_at_once_are_not_mixed_up"));
    }

    private static List<BrokenGateway> returns() {
        return List.of(
                BrokenGateway.inReading(
                        "accepts a return without a state",
                        "a_return_without_a_state_is_refused",
                        (url, wire) -> ToyAnswers.readReturn(url, wire)
                                .orElse(Either.right(new AuthorizationCallback.Refused("made up")))),
                BrokenGateway.inReading(
                        "takes every return for a refusal",
                        "a_return_with_a_code_is_a_grant",
                        (url, wire) -> ToyAnswers.readReturn(url, wire)
                                .map(read -> new AuthorizationCallback.Refused(read.state()))),
                BrokenGateway.inReading(
                        "takes a return that says nothing for a refusal",
                        "a_return_with_neither_code_nor_error_is_refused",
                        (url, wire) -> ToyAnswers.readReturn(url, wire)
                                .fold(
                                        missing -> missing instanceof dev.kycport.domain.failure.InputRejection input
                                                        && input.field() == InputField.STATE
                                                ? Either.left(missing)
                                                : Either.right(new AuthorizationCallback.Refused("s1")),
                                        Either::right)),
                BrokenGateway.inReading(
                        "takes every return for a grant",
                        "a_return_with_an_error_is_a_refusal",
                        (url, wire) -> ToyAnswers.readReturn(url, wire)
                                .map(read -> new AuthorizationCallback.Granted(read.state(), Canary.DEFAULT.grant()))),
                BrokenGateway.inReading(
                        "splits a return at every & itself",
                        "a_return_that_was_changed_on_the_way_is_still_a_grant",
                        (url, wire) -> ToyAnswers.readReturn(splitByHand(url.reveal()))),
                BrokenGateway.inReading(
                        "compares states without case",
                        "a_state_that_is_almost_right_stays_wrong",
                        (url, wire) -> ToyAnswers.readReturn(url, wire).map(BrokenGateways::inLowerCase)),
                BrokenGateway.inReading(
                        "calls forged what it cannot read",
                        "a_return_with_the_right_state_is_never_called_foreign",
                        (url, wire) -> ToyAnswers.readReturn(url, wire)
                                .mapLeft(failure -> InputField.STATE.reject("belongs to another session"))),
                BrokenGateway.atBehaviour(
                        OFFER_MADE,
                        "sends only to https in lower case",
                        "the_scheme_of_the_redirect_url_has_no_case",
                        (toyCall, correctGateway) -> toyCall.secret().startsWith("https:")
                                ? correctGateway.answer(toyCall)
                                : Either.left(ToyAnswers.failure(REFUSES_REQUEST))),
                BrokenGateway.inReading(
                        "asks somebody what a return means", "reading_a_return_asks_nobody", (url, wire) -> {
                            wire.request();
                            return ToyAnswers.readReturn(url, wire);
                        }));
    }

    private static Map<String, String> splitByHand(String url) {
        return Arrays.stream(url.substring(url.indexOf('?') + 1).split("&"))
                .map(pair -> (pair + "=").split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(
                                pair[1].replaceAll("=$", "").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"),
                                StandardCharsets.UTF_8),
                        (first, next) -> first));
    }

    private static AuthorizationCallback inLowerCase(AuthorizationCallback read) {
        return read.match(
                granted -> new AuthorizationCallback.Granted(granted.state().toLowerCase(Locale.ROOT), granted.code()),
                refused -> refused);
    }

    private static List<BrokenGateway> gaps() {
        return List.of(
                BrokenGateway.declaring("says that its network never fails", Map.of(TIMES_OUT, "our line is good")),
                BrokenGateway.declaring("says that nobody mistypes", Map.of(WRONG_CODE, "never seen"))
                        .in(Set.of(Flow.DIRECT_OTP, Flow.CAPTCHA_OTP)),
                BrokenGateway.declaring("gives no reason", Map.of(QUOTA_USED, " ")));
    }

    private static BrokenGateway mistakes(ProviderBehaviour behaviour, ProviderBehaviour other, String caughtBy) {
        return BrokenGateway.atBehaviour(
                behaviour,
                "takes " + behaviour.code() + " for " + other.code(),
                caughtBy,
                (toyCall, correctGateway) -> {
                    correctGateway.answer(toyCall);
                    return Either.left(ToyAnswers.failure(other));
                });
    }

    private static BrokenGateway acceptsAsSuccess(ProviderBehaviour behaviour, String caughtBy) {
        return BrokenGateway.atBehaviour(
                behaviour, "takes " + behaviour.code() + " for success", caughtBy, (toyCall, correctGateway) -> {
                    correctGateway.answer(toyCall);
                    return ToyAnswers.success(toyCall);
                });
    }

    private static BrokenGateway treatsAsFailure(ProviderBehaviour behaviour, String caughtBy) {
        return BrokenGateway.atBehaviour(
                behaviour, "takes " + behaviour.code() + " for a failure", caughtBy, (toyCall, correctGateway) -> {
                    correctGateway.answer(toyCall);
                    return Either.left(ToyAnswers.failure(REFUSES_REQUEST));
                });
    }

    private static BrokenGateway answersWith(ProviderBehaviour behaviour, Object verdict, String caughtBy) {
        return BrokenGateway.atBehaviour(
                behaviour,
                "answers " + behaviour.code() + " with something else",
                caughtBy,
                (toyCall, correctGateway) -> {
                    correctGateway.answer(toyCall);
                    return Either.right(verdict);
                });
    }

    private static BrokenGateway repeats(ProviderBehaviour behaviour, String caughtBy) {
        return BrokenGateway.atBehaviour(
                behaviour, "repeats on " + behaviour.code(), caughtBy, (toyCall, correctGateway) -> {
                    correctGateway.answer(toyCall);
                    return correctGateway.answer(toyCall);
                });
    }

    private static BrokenGateway asksTwice(String caughtBy) {
        return BrokenGateway.everywhere("asks everything twice", caughtBy, (toyCall, correctGateway) -> {
            correctGateway.answer(toyCall);
            return correctGateway.answer(toyCall);
        });
    }

    private static BrokenGateway changesPerson(String name, String caughtBy, UnaryOperator<VerifiedIdentity> change) {
        return BrokenGateway.everywhere(
                name,
                caughtBy,
                (toyCall, correctGateway) -> correctGateway.answer(toyCall).map(verdict -> changed(verdict, change)));
    }

    private static Object changed(Object verdict, UnaryOperator<VerifiedIdentity> change) {
        if (verdict instanceof CodeVerdict.RightCode right) {
            return new CodeVerdict.RightCode(change.apply(right.identity()));
        }
        if (verdict instanceof DocumentsVerdict.DocumentsFetched documentsFetched) {
            return new DocumentsVerdict.DocumentsFetched(change.apply(documentsFetched.identity()));
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
        return new CaptchaImage(SampleValues.anyReference(), SampleFiles.PDF, MediaType.PDF);
    }

    private static AuthorizationRequest offerOf(DocumentType... documents) {
        AuthorizationRequest offer = SampleFiles.offer();
        return new AuthorizationRequest(
                offer.reference(), offer.url(), offer.state(), Set.copyOf(Arrays.asList(documents)));
    }

    private static ProviderFailure quoting(String transaction) {
        return ProviderFailure.timedOut(new VendorTrace(
                SampleValues.anyProvider(), Optional.of(transaction), Optional.empty(), OptionalInt.empty()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
