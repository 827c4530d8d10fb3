package dev.kycport.app.internal.provider;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.FlowRejection;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.OtpGateway;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configured providers, their policies, and the order in which each flow tries them.
 *
 * @param providers every configured provider; one that is in no route still serves its old sessions
 * @param policies where the configuration overrides a provider's own
 * @param routes for each flow the providers of new sessions, the first choice first
 */
public record ProviderDirectory(
        Map<ProviderId, KycProvider> providers,
        Map<ProviderId, Policies> policies,
        Map<Flow, List<ProviderId>> routes) {

    private static final Duration UNKNOWN_PROVIDER_TIMEOUT = Duration.ofMinutes(2);

    public ProviderDirectory {
        providers = Map.copyOf(providers);
        policies = Map.copyOf(policies);
        routes = routes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, route -> List.copyOf(route.getValue())));
    }

    /** The providers that a new session of this flow may use, the first choice first. */
    public Either<KycFailure, List<ProviderId>> candidates(Flow flow, Optional<ProviderId> only) {
        return only.<Either<KycFailure, List<ProviderId>>>map(id -> onlyCandidate(flow, id))
                .orElseGet(() -> route(flow).isEmpty() ? Either.left(unsupported(flow)) : Either.right(route(flow)));
    }

    /** The providers of new sessions of that flow, the first choice first; empty if there are none. */
    public List<ProviderId> route(Flow flow) {
        return routes.getOrDefault(flow, List.of());
    }

    /** The direct flow of the session's provider. Left if the provider is gone or no longer offers it. */
    public Either<KycFailure, DirectOtpGateway> directOtp(KycSession session) {
        return offered(provider(session).flatMap(KycProvider::directOtp), session);
    }

    /** The captcha flow of the session's provider. Left if the provider is gone or no longer offers it. */
    public Either<KycFailure, CaptchaOtpGateway> captchaOtp(KycSession session) {
        return offered(provider(session).flatMap(KycProvider::captchaOtp), session);
    }

    /** The DigiLocker flow of the session's provider. Left if the provider is gone or no longer offers it. */
    public Either<KycFailure, DigiLockerGateway> digiLocker(KycSession session) {
        return offered(provider(session).flatMap(KycProvider::digiLocker), session);
    }

    /** The session's own OTP flow at its provider. Left if the provider is gone or no longer offers it. */
    public Either<KycFailure, OtpGateway> otp(KycSession session) {
        return session.header().flow() == Flow.CAPTCHA_OTP
                ? captchaOtp(session).map(OtpGateway.class::cast)
                : directOtp(session).map(OtpGateway.class::cast);
    }

    /** The policies of the session's provider. */
    public Policies policies(KycSession session) {
        return policies(session.header().provider());
    }

    /** The policies of that provider. */
    public Policies policies(ProviderId provider) {
        return policies.getOrDefault(
                provider, find(provider).map(KycProvider::policies).orElse(Policies.DEFAULT));
    }

    /** How long a call of that provider can take at most. */
    public Duration callTimeout(ProviderId provider) {
        return find(provider).map(KycProvider::callTimeout).orElse(UNKNOWN_PROVIDER_TIMEOUT);
    }

    /** How long a call of any provider can take at most. */
    public Duration longestCallTimeout() {
        return providers.values().stream()
                .map(KycProvider::callTimeout)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    public Optional<KycProvider> find(ProviderId provider) {
        return Optional.ofNullable(providers.get(provider));
    }

    /** The flows that at least one provider of their route offers. */
    public Set<Flow> flows() {
        Set<Flow> flows = EnumSet.noneOf(Flow.class);
        routes.forEach((flow, route) -> {
            if (route.stream()
                    .map(providers::get)
                    .anyMatch(provider -> provider.flows().contains(flow))) {
                flows.add(flow);
            }
        });
        return flows;
    }

    private Optional<KycProvider> provider(KycSession session) {
        return find(session.header().provider());
    }

    private <G> Either<KycFailure, G> offered(Optional<G> gateway, KycSession session) {
        return gateway.<Either<KycFailure, G>>map(Either::right)
                .orElseGet(() -> Either.left(unsupported(session.header().flow())));
    }

    private Either<KycFailure, List<ProviderId>> onlyCandidate(Flow flow, ProviderId id) {
        if (!providers.containsKey(id)) {
            return Either.left(InputField.PROVIDER.reject("is not configured"));
        }
        return providers.get(id).flows().contains(flow) ? Either.right(List.of(id)) : Either.left(unsupported(flow));
    }

    private FlowRejection unsupported(Flow flow) {
        return new FlowRejection(flow, flows());
    }
}
