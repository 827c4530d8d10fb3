package dev.kycport.app.step;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.IdentityNumberDetector;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to open a session.
 *
 * @param subject the host's own reference of the person
 * @param purpose what the identity is needed for
 * @param notice the text that the person is shown
 * @param dataItems what is fetched, in plain words
 * @param provider the only provider to use; empty for the route of the flow
 */
public record SessionRequest(
        Flow flow,
        SubjectRef subject,
        Purpose purpose,
        ConsentNotice notice,
        Set<String> dataItems,
        Optional<ProviderId> provider) {

    private static final int MAX_ITEM_LENGTH = 100;
    private static final Set<String> DEFAULT_ITEMS =
            Set.of("name", "date of birth", "gender", "address", "photograph", "masked Aadhaar number");

    public SessionRequest {
        dataItems = Set.copyOf(dataItems);
    }

    /** Parses a request for the default data items. Left {@code input.invalid} names the first malformed text. */
    public static Either<KycFailure, SessionRequest> parse(
            @Nullable String flow, @Nullable String subject, @Nullable String purpose, ConsentNotice notice) {
        return flow(flow)
                .flatMap(f -> SubjectRef.parse(subject)
                        .flatMap(s -> Purpose.parse(purpose)
                                .map(p -> new SessionRequest(f, s, p, notice, DEFAULT_ITEMS, Optional.empty()))));
    }

    /** The same request for these data items. Left: {@code input.invalid}. */
    public Either<KycFailure, SessionRequest> withDataItems(Set<String> items) {
        return items.isEmpty()
                ? Either.left(InputField.DATA_ITEM.reject("must be named at least once"))
                : items.stream()
                        .map(item -> InputField.DATA_ITEM
                                .parseText(item, MAX_ITEM_LENGTH)
                                .filterOrElse(
                                        text -> !IdentityNumberDetector.containsNumber(text),
                                        text -> InputField.DATA_ITEM.reject("must not contain an identity number")))
                        .filter(Either::isLeft)
                        .findFirst()
                        .<Either<KycFailure, SessionRequest>>map(bad -> Either.left(bad.getLeft()))
                        .orElseGet(() -> Either.right(
                                new SessionRequest(flow, subject, purpose, notice, new HashSet<>(items), provider)));
    }

    /** The same request to this provider only. Left: {@code input.invalid}. */
    public Either<KycFailure, SessionRequest> withProvider(@Nullable String only) {
        return ProviderId.tryParse(only)
                .<Either<KycFailure, SessionRequest>>map(id ->
                        Either.right(new SessionRequest(flow, subject, purpose, notice, dataItems, Optional.of(id))))
                .orElseGet(() -> Either.left(InputField.PROVIDER.reject("is not a provider's name")));
    }

    private static Either<KycFailure, Flow> flow(@Nullable String text) {
        return Flow.fromCode(text)
                .<Either<KycFailure, Flow>>map(Either::right)
                .orElseGet(() -> Either.left(InputField.FLOW.reject("must be one of " + flows())));
    }

    private static String flows() {
        return Arrays.stream(Flow.values()).map(Flow::code).collect(Collectors.joining(", "));
    }
}
