package dev.kycport.http.internal.api;

import dev.kycport.app.KycService;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.Bytes;
import dev.kycport.http.internal.page.PageLinks;
import dev.kycport.http.internal.security.ApiKeys;
import dev.kycport.http.internal.web.HttpProblem;
import dev.kycport.http.internal.web.Route;
import dev.kycport.http.internal.web.WebRequest;
import dev.kycport.http.internal.web.WebResponse;
import dev.kycport.http.settings.HttpOptions;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ExpiringRecordStore;
import dev.kycport.ports.store.Stores;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The routes of the API: who may call, what the body must be, whether the request is a repetition. */
public final class ApiRoutes {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final List<Operation> operations;
    private final ApiKeys keys;
    private final RepeatableRequests repeatable;
    private final OpenApi description;

    public ApiRoutes(
            KycService service,
            Stores stores,
            ExpiringRecordStore records,
            List<KycProvider> providers,
            KycEnvironment environment,
            HttpOptions options,
            ApiKeys keys,
            PageLinks links) {
        SessionAnswers answers = new SessionAnswers(service);
        StepOperations steps = new StepOperations(service, answers);
        this.operations = Stream.concat(
                        new SessionOperations(service, stores.consents(), providers, answers, steps, links)
                                .all().stream(),
                        steps.all().stream())
                .toList();
        this.keys = keys;
        this.repeatable = new RepeatableRequests(records, environment, options.answerLifetime());
        this.description = new OpenApi(operations, options.publicUrl());
    }

    public List<Route> all() {
        return Stream.concat(
                        operations.stream()
                                .map(operation -> new Route(
                                        operation.method(),
                                        operation.path(),
                                        (request, values) -> answer(operation, request, values))),
                        Stream.of(
                                new Route(
                                        "GET",
                                        "/v1/openapi.json",
                                        (request, values) -> WebResponse.json(200, description.toMap())),
                                new Route(
                                        "GET",
                                        "/docs",
                                        (request, values) ->
                                                WebResponse.html(200, new OpenApiPage(description).html()))))
                .toList();
    }

    private WebResponse answer(Operation operation, WebRequest request, Map<String, String> values) {
        Optional<ApiKeys.Caller> caller = keys.authenticate(request.header("Authorization"));
        if (caller.isEmpty()) {
            return HttpProblem.unauthorized().toResponse();
        }
        if (caller.get().key().scope() != operation.scope()) {
            return HttpProblem.forbidden().toResponse();
        }
        return operation.method().equals("POST")
                ? post(operation, request, values, caller.get())
                : carryOut(operation, values, caller.get(), Bytes.of(new byte[0]), Optional.empty());
    }

    private WebResponse post(
            Operation operation, WebRequest request, Map<String, String> values, ApiKeys.Caller caller) {
        Either<HttpProblem, Bytes> body = request.body();
        if (body.isLeft()) {
            return body.getLeft().toResponse();
        }
        Bytes content = body.get();
        if (content.size() > 0 && !request.hasMediaType(WebResponse.JSON)) {
            return HttpProblem.unsupportedMediaType(WebResponse.JSON).toResponse();
        }
        return request.header(IDEMPOTENCY_KEY)
                .map(key -> repeatable.answer(
                        caller.secret(),
                        key,
                        request.path(),
                        content,
                        name -> carryOut(operation, values, caller, content, Optional.of(name))))
                .orElseGet(() -> carryOut(operation, values, caller, content, Optional.empty()));
    }

    private static WebResponse carryOut(
            Operation operation,
            Map<String, String> values,
            ApiKeys.Caller caller,
            Bytes body,
            Optional<String> repeatable) {
        return JsonInput.read(body, operation.fields())
                .flatMap(input ->
                        operation.handler().handle(new Operation.OperationCall(caller, values, input, repeatable)))
                .fold(HttpProblem::toResponse, ApiAnswer::toResponse);
    }
}
