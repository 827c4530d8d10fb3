package dev.kycport.http.internal.api;

import dev.kycport.app.KycService;
import dev.kycport.app.step.Problem;
import dev.kycport.app.step.SessionView;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.http.internal.web.HttpProblem;
import io.vavr.control.Either;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Sessions by the text of their id, and their views as answers. */
final class SessionAnswers {

    private final KycService service;

    SessionAnswers(KycService service) {
        this.service = service;
    }

    /** Does something with a session. A text that is no id is answered as an unknown id is. */
    <T> Either<HttpProblem, T> with(Operation.OperationCall call, Function<SessionId, Either<KycFailure, T>> work) {
        return SessionId.tryParse(call.values().get("id"))
                .map(work)
                .orElseGet(() -> Either.left(new SessionRejection.Unknown()))
                .mapLeft(HttpProblem::of);
    }

    Either<HttpProblem, ApiAnswer> view(Operation.OperationCall call) {
        return with(call, service::view).map(view -> ApiAnswer.ok(view.toMap()));
    }

    /** The view after a step, with what is to be reported beside it. */
    Either<KycFailure, Map<String, Object>> afterStep(StepResult result) {
        return service.view(result.session().id()).map(view -> afterStep(view, result));
    }

    private static Map<String, Object> afterStep(SessionView view, StepResult result) {
        Map<String, Object> body = new LinkedHashMap<>(view.toMap());
        result.report().ifPresent(report -> body.put("report", report(report)));
        return body;
    }

    private static Map<String, Object> report(StepReport report) {
        Problem problem = Problem.of(report);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", problem.code());
        map.put("title", problem.title());
        problem.retryAfter().ifPresent(wait -> map.put("retryAfterSeconds", HttpProblem.seconds(wait)));
        return map;
    }
}
