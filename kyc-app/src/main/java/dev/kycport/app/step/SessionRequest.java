package dev.kycport.app.step;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a host asks for when it opens a session.
 *
 * @param subject the host's own name for the person
 * @param purpose what the identity is wanted for
 * @param notice what the person will be shown
 * @param dataItems what will be fetched, in plain words
 * @param provider the only provider to be used; empty for the route of the flow
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

    /** A request for the usual data, from texts as they come in; Left names the first text that is not of its form. */
    public static Either<KycFailure, SessionRequest> parse(
            @Nullable String flow, @Nullable String subject, @Nullable String purpose, ConsentNotice notice) {
        return flow(flow)
                .flatMap(f -> SubjectRef.parse(subject)
                        .flatMap(s -> Purpose.parse(purpose)
                                .map(p -> new SessionRequest(f, s, p, notice, DEFAULT_ITEMS, Optional.empty()))));
    }

    /** The same request for these data items. */
    public Either<KycFailure, SessionRequest> withDataItems(Set<String> items) {
        return items.isEmpty()
                ? Either.left(InputField.DATA_ITEM.reject("must be named at least once"))
                : items.stream()
                        .map(item -> InputField.DATA_ITEM.parseText(item, MAX_ITEM_LENGTH))
                        .filter(Either::isLeft)
                        .findFirst()
                        .<Either<KycFailure, SessionRequest>>map(bad -> Either.left(bad.getLeft()))
                        .orElseGet(() -> Either.right(
                                new SessionRequest(flow, subject, purpose, notice, new HashSet<>(items), provider)));
    }

    /** The same request to this provider alone. */
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
