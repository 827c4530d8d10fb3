package dev.kycport.http.internal.api;

import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.http.settings.ApiKey;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The steps of a session. Each has the name of its action in the view of the session, and fields of the same names. */
final class StepOperations {

    static final JsonField METHOD = JsonField.text(
                    "method", "how the person agreed: checkbox, button, typed, spoken or signed; default checkbox")
            .optional();
    static final JsonField VALIDITY = JsonField.seconds("validity", "how long the consent is valid; default 3600")
            .optional();

    private static final JsonField AADHAAR = JsonField.text("aadhaar", "the Aadhaar number or virtual id");

    private final KycService service;
    private final SessionAnswers answers;

    StepOperations(KycService service, SessionAnswers answers) {
        this.service = service;
        this.answers = answers;
    }

    List<Operation> all() {
        return List.of(
                step(
                        "give-consent",
                        "Records that the person agreed to the notice",
                        this::giveConsent,
                        METHOD,
                        VALIDITY),
                step("decline-consent", "Records that the person declined", (id, input) -> service.declineConsent(id)),
                step(
                        "start-direct-otp",
                        "Has a code sent to the mobile linked to the number",
                        (id, input) -> service.startDirectOtp(id, input.text("aadhaar")),
                        AADHAAR),
                step("start-captcha-otp", "Fetches the first captcha image", (id, input) -> service.startCaptcha(id)),
                step(
                        "start-digilocker",
                        "Asks for the URL on which the person shares documents",
                        (id, input) -> documents(input.texts("document"))
                                .flatMap(types -> service.startDigiLocker(id, input.text("redirect-url"), types)),
                        JsonField.text("redirect-url", "where DigiLocker sends the person back to"),
                        JsonField.texts("document", "the documents to ask for: aadhaar, pan, dl")),
                step("reload-captcha", "Fetches another captcha image", (id, input) -> service.reloadCaptcha(id)),
                step(
                        "submit-captcha",
                        "Submits number and captcha; if it is right, a code is sent",
                        (id, input) -> service.submitCaptcha(id, input.text("aadhaar"), input.text("captcha")),
                        AADHAAR,
                        JsonField.text("captcha", "the text in the image")),
                step(
                        "submit-code",
                        "Submits the code that the person received",
                        (id, input) -> service.submitCode(id, input.text("otp")),
                        JsonField.text("otp", "six digits")),
                step(
                        "resend-code",
                        "Has another code sent",
                        (id, input) -> input.find("aadhaar")
                                .map(number -> service.resend(id, number))
                                .orElseGet(() -> service.resend(id)),
                        JsonField.text("aadhaar", "the number again, in the flow direct-otp only")
                                .optional()),
                step(
                        "handle-digilocker-return",
                        "Handles the URL with which the person came back from DigiLocker",
                        (id, input) -> service.handleDigiLockerReturn(id, input.text("return-url")),
                        JsonField.text("return-url", "the whole URL, or its part from the question mark on")),
                step("fetch-documents", "Fetches the documents again", (id, input) -> service.fetchDocuments(id)),
                step(
                        "complete",
                        "Erases the identity once it is saved at your end; can be repeated",
                        (id, input) -> service.complete(id)),
                step("cancel", "Ends the session", (id, input) -> service.cancel(id)),
                step(
                        "withdraw-consent",
                        "Withdraws the consent: no further call, and the identity is erased",
                        (id, input) -> service.withdrawConsent(id)));
    }

    Either<KycFailure, StepResult> giveConsent(SessionId id, JsonInput input) {
        return method(input.find("method"))
                .flatMap(method -> service.giveConsent(
                        id, method, input.seconds("validity").orElse(KycService.DEFAULT_CONSENT_VALIDITY)));
    }

    private Operation step(
            String action,
            String summary,
            BiFunction<SessionId, JsonInput, Either<KycFailure, StepResult>> step,
            JsonField... fields) {
        return new Operation(
                camelCase(action),
                "POST",
                "/v1/sessions/{id}/" + action,
                summary,
                ApiKey.Scope.SESSION,
                List.of(fields),
                Operation.AnswerKind.SESSION,
                call -> answers.with(call, id -> step.apply(id, call.input()).flatMap(answers::afterStep))
                        .map(ApiAnswer::ok));
    }

    private static Either<KycFailure, ConsentMethod> method(Optional<String> code) {
        return code.isEmpty()
                ? Either.right(ConsentMethod.CHECKBOX)
                : Arrays.stream(ConsentMethod.values())
                        .filter(method -> method.code().equals(code.get()))
                        .findFirst()
                        .<Either<KycFailure, ConsentMethod>>map(Either::right)
                        .orElseGet(() -> Either.left(InputField.NOTICE.reject(
                                "is agreed to by one of: checkbox, button, typed, spoken, signed")));
    }

    static Either<KycFailure, Set<DocumentType>> documents(Optional<List<String>> codes) {
        Set<DocumentType> types = EnumSet.noneOf(DocumentType.class);
        for (String code : codes.orElse(List.of())) {
            Optional<DocumentType> type = DocumentType.fromCode(code);
            if (type.isEmpty()) {
                return Either.left(InputField.DOCUMENT.reject("must be of aadhaar, pan, dl"));
            }
            types.add(type.get());
        }
        return Either.right(types);
    }

    private static String camelCase(String action) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < action.length(); i++) {
            char c = action.charAt(i);
            if (c == '-') {
                i++;
                name.append(Character.toUpperCase(action.charAt(i)));
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }
}
