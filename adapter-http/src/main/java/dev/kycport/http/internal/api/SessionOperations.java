package dev.kycport.http.internal.api;

import dev.kycport.app.KycService;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.session.KycSession;
import dev.kycport.http.internal.page.PageLinks;
import dev.kycport.http.internal.web.HttpProblem;
import dev.kycport.http.settings.ApiKey;
import dev.kycport.ports.observe.ProviderHealth;
import dev.kycport.ports.spi.GuardedProvider;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ConsentLedger;
import io.vavr.control.Either;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opening a session, reading what became of it, and the link to its hosted page. */
final class SessionOperations {

    private static final String SESSION = "/v1/sessions/{id}";
    private static final JsonField PAGE_RETURN = JsonField.text(
                    "return-url",
                    "where the page sends the person at the end; must be on the list kyc.http.return-urls")
            .optional();
    private static final JsonField PAGE_LANGUAGE = JsonField.text(
                    "language", "the language that the page begins in, such as hi; default en")
            .optional();
    private static final JsonField PAGE_DOCUMENTS = JsonField.texts(
                    "document", "the documents to ask DigiLocker for: aadhaar, pan, dl; default aadhaar")
            .optional();

    private final KycService service;
    private final List<KycProvider> providers;
    private final SessionAnswers answers;
    private final StepOperations steps;
    private final PageLinks links;
    private final ReceiptAnswer receipts;

    SessionOperations(
            KycService service,
            ConsentLedger consents,
            List<KycProvider> providers,
            SessionAnswers answers,
            StepOperations steps,
            PageLinks links) {
        this.service = service;
        this.providers = List.copyOf(providers);
        this.answers = answers;
        this.steps = steps;
        this.links = links;
        this.receipts = new ReceiptAnswer(consents);
    }

    List<Operation> all() {
        return List.of(
                operation(
                        "openSession",
                        "POST",
                        "/v1/sessions",
                        "Opens a session, with the consent if it was given already",
                        Operation.AnswerKind.OPENED_SESSION,
                        this::open,
                        JsonField.text("flow", "direct-otp, captcha-otp or digilocker"),
                        JsonField.text("subject", "your own reference for the person, never an identity number"),
                        JsonField.text("purpose", "what the identity is needed for"),
                        JsonField.object(
                                "notice",
                                "the text that the person is shown",
                                JsonField.text("name", "its name and version, such as account-opening v3"),
                                JsonField.text("language", "a BCP 47 tag, such as en-IN"),
                                JsonField.text("text", "what the person reads, verbatim")),
                        JsonField.texts("data-item", "what is fetched, in plain words; default the usual items")
                                .optional(),
                        JsonField.text("provider", "the only provider to use; default the route of the flow")
                                .optional(),
                        JsonField.object(
                                        "consent",
                                        "present if the person has agreed to the notice already",
                                        StepOperations.METHOD,
                                        StepOperations.VALIDITY)
                                .optional(),
                        JsonField.object(
                                        "page",
                                        "present for a link to the hosted page",
                                        PAGE_RETURN,
                                        PAGE_LANGUAGE,
                                        PAGE_DOCUMENTS)
                                .optional()),
                operation(
                        "viewSession",
                        "GET",
                        SESSION,
                        "What to show next, and what can be done",
                        Operation.AnswerKind.SESSION,
                        answers::view),
                operation(
                        "createPageLink",
                        "POST",
                        SESSION + "/page",
                        "Makes another link to the hosted page; the page belongs to the browser that uses one first",
                        Operation.AnswerKind.PAGE_LINK,
                        this::link,
                        PAGE_RETURN,
                        PAGE_LANGUAGE,
                        PAGE_DOCUMENTS),
                operation(
                        "readIdentity",
                        "GET",
                        SESSION + "/identity",
                        "The verified identity: save it, then call complete, which erases it here",
                        Operation.AnswerKind.IDENTITY,
                        this::identity),
                operation(
                        "readReceipt",
                        "GET",
                        SESSION + "/receipt",
                        "The receipt of the consent: what was asked, what was answered, each use",
                        Operation.AnswerKind.RECEIPT,
                        call -> answers.with(call, service::findSession)
                                .map(session -> ApiAnswer.ok(receipts.of(session)))),
                operation(
                        "listProviders",
                        "GET",
                        "/v1/providers",
                        "The configured providers, their flows and their health",
                        Operation.AnswerKind.PROVIDERS,
                        call -> Either.right(ApiAnswer.ok(Map.of(
                                "providers",
                                providers.stream()
                                        .map(SessionOperations::provider)
                                        .toList())))));
    }

    // A link is checked before the session is opened, so that a wrong return URL leaves nothing behind.
    private Either<HttpProblem, ApiAnswer> open(Operation.OperationCall call) {
        JsonInput input = call.input();
        JsonInput page = input.object("page");
        Optional<HttpProblem> wrong = pageProblem(page);
        if (wrong.isPresent()) {
            return Either.left(wrong.get());
        }
        return request(input)
                .flatMap(request ->
                        call.repeatable().map(key -> service.open(request, key)).orElseGet(() -> service.open(request)))
                .flatMap(opened -> consent(opened, input))
                .flatMap(answers::afterStep)
                .mapLeft(HttpProblem::of)
                .map(body -> opened(body, input.has("page") ? Optional.of(page) : Optional.empty()));
    }

    private Either<KycFailure, SessionRequest> request(JsonInput input) {
        JsonInput notice = input.object("notice");
        return ConsentNotice.parse(notice.text("name"), notice.text("language"), notice.text("text"))
                .flatMap(parsed ->
                        SessionRequest.parse(input.text("flow"), input.text("subject"), input.text("purpose"), parsed))
                .flatMap(request -> input.texts("data-item")
                        .map(items -> request.withDataItems(new HashSet<>(items)))
                        .orElseGet(() -> Either.right(request)))
                .flatMap(request ->
                        input.find("provider").map(request::withProvider).orElseGet(() -> Either.right(request)));
    }

    private Either<KycFailure, StepResult> consent(StepResult opened, JsonInput input) {
        // A repetition after a crash finds the session with its consent.
        return input.has("consent") && opened.session() instanceof KycSession.Opened
                ? steps.giveConsent(opened.session().id(), input.object("consent"))
                : Either.right(opened);
    }

    private ApiAnswer opened(Map<String, Object> view, Optional<JsonInput> page) {
        String id = String.valueOf(view.get("session"));
        Map<String, Object> body = new LinkedHashMap<>(view);
        page.ifPresent(input -> body.put("page", newLink(new SessionId(id), input)));
        return ApiAnswer.created(body, links.publicUrl() + "/v1/sessions/" + id);
    }

    private Either<HttpProblem, ApiAnswer> link(Operation.OperationCall call) {
        Optional<HttpProblem> wrong = pageProblem(call.input());
        if (wrong.isPresent()) {
            return Either.left(wrong.get());
        }
        return answers.with(call, service::findSession).map(session -> {
            Map<String, Object> link = newLink(session.id(), call.input());
            return ApiAnswer.created(link, String.valueOf(link.get("url")));
        });
    }

    private Optional<HttpProblem> pageProblem(JsonInput page) {
        if (!links.allows(page.find("return-url"))) {
            return Optional.of(HttpProblem.returnUrlNotAllowed());
        }
        Either<KycFailure, Set<DocumentType>> documents = StepOperations.documents(page.texts("document"));
        return documents.isLeft() ? Optional.of(HttpProblem.of(documents.getLeft())) : Optional.empty();
    }

    private Map<String, Object> newLink(SessionId id, JsonInput input) {
        Set<DocumentType> documents =
                StepOperations.documents(input.texts("document")).getOrElse(Set.of());
        PageLinks.PageLink link = links.create(
                id,
                input.find("return-url"),
                input.find("language"),
                documents.isEmpty() ? Set.of(DocumentType.AADHAAR) : documents);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("url", link.url());
        map.put("openUntil", link.openUntil().toString());
        return map;
    }

    private Either<HttpProblem, ApiAnswer> identity(Operation.OperationCall call) {
        return answers.with(call, service::findSession).flatMap(session -> {
            if (session instanceof KycSession.Verified verified) {
                return Either.right(ApiAnswer.ok(IdentityAnswer.of(verified)));
            }
            return Either.left(
                    session instanceof KycSession.Completed
                            ? HttpProblem.identityErased()
                            : HttpProblem.identityAbsent());
        });
    }

    private static Map<String, Object> provider(KycProvider provider) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", provider.id().value());
        map.put(
                "flows",
                provider.flows().stream().map(flow -> flow.code()).sorted().toList());
        if (provider instanceof GuardedProvider guarded) {
            ProviderHealth health = guarded.health();
            map.put("circuit", health.circuit().code());
            map.put(
                    "limits",
                    health.limits().stream().map(SessionOperations::limit).toList());
        }
        return map;
    }

    private static Map<String, Object> limit(ProviderHealth.Limit limit) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", limit.name());
        map.put("max", limit.max());
        map.put("remaining", limit.remaining());
        return map;
    }

    private static Operation operation(
            String id,
            String method,
            String path,
            String summary,
            Operation.AnswerKind answer,
            Operation.OperationHandler handler,
            JsonField... fields) {
        return new Operation(id, method, path, summary, ApiKey.Scope.SESSION, List.of(fields), answer, handler);
    }
}
