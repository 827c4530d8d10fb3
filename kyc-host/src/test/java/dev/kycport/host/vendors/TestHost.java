package dev.kycport.host.vendors;

import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.app.KycService;
import dev.kycport.app.KycServiceBuilder;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.observe.LogKeys;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.slf4j.MDC;

/** A host that is started again and again over the same stores, each time with another configuration. */
final class TestHost {

    private static final Random RANDOM = new Random(11);

    private final MovableClock clock = MovableClock.atSampleTime();
    private final Stores stores = InMemoryStoreFactory.stores();
    private final List<String> traces = new ArrayList<>();
    private KycService service;

    private TestHost(String route, String guard, StubbedVendor... vendors) {
        this.service = started(route, guard, vendors);
    }

    /** A host whose route is that, with these vendors configured. */
    static TestHost routed(List<StubbedVendor> route, StubbedVendor... vendors) {
        return new TestHost(named(route), "", vendors);
    }

    /** The same with this before its first vendor. */
    static TestHost guarded(String guard, List<StubbedVendor> route) {
        return new TestHost(named(route), guard, route.toArray(StubbedVendor[]::new));
    }

    /** Starts it anew with another route. */
    void reroute(List<StubbedVendor> route, StubbedVendor... vendors) {
        service = started(named(route), "", vendors);
    }

    void advance(Duration time) {
        clock.advance(time);
    }

    /** A session whose person has agreed to whoever stands in the route. */
    SessionId consented() {
        return consented(request());
    }

    /** A session whose person has agreed to that vendor alone. */
    SessionId consentedTo(StubbedVendor only) {
        return consented(request().withProvider(only.name()).get());
    }

    String start(SessionId id) {
        return describe(service.startDirectOtp(id, number()));
    }

    String resend(SessionId id) {
        return describe(service.resend(id, number()));
    }

    String submit(SessionId id) {
        return describe(service.submitCode(id, OtpCode.parse("123456").get()));
    }

    KycSession find(SessionId id) {
        return service.findSession(id).get();
    }

    String provider(SessionId id) {
        return find(id).header().provider().value();
    }

    /** What stood in the log context as the vendor's id of the call, each time that the host was told something. */
    List<String> traces() {
        return List.copyOf(traces);
    }

    List<AuditEntry> hops(SessionId id) {
        return service.audit(id).stream()
                .filter(entry -> entry.kind() == AuditEntry.Kind.FAILOVER)
                .toList();
    }

    /** The codes in the audit trail of this session. */
    List<String> auditCodes(SessionId id) {
        return service.audit(id).stream()
                .flatMap(entry -> entry.code().stream())
                .toList();
    }

    private SessionId consented(SessionRequest request) {
        SessionId id = service.open(request).get().session().id();
        service.giveConsent(id, ConsentMethod.CHECKBOX).get();
        return id;
    }

    private static SessionRequest request() {
        ConsentNotice notice = ConsentNotice.parse("account-opening v3", "en-IN", "We will ask UIDAI for your name.")
                .get();
        return SessionRequest.parse(Flow.DIRECT_OTP.code(), "customer-7", "opening an account", notice)
                .get();
    }

    private static IdentityNumber number() {
        return Canary.DEFAULT.aadhaar();
    }

    private static String describe(Either<KycFailure, StepResult> answer) {
        return answer.fold(
                failure -> "refused " + failure.code(),
                stepResult -> stepResult.session().state().code()
                        + stepResult
                                .report()
                                .map(StepReport::code)
                                .map(code -> " " + code)
                                .orElse(""));
    }

    // As the wiring does it, but over stores that outlive the configuration.
    private KycService started(String route, String guard, StubbedVendor... vendors) {
        String hocon =
                "kyc { profile = development, store.url = memory, routes.direct-otp = [" + route + "], providers {"
                        + Arrays.stream(vendors).map(StubbedVendor::configured).collect(Collectors.joining("\n"))
                        + guard + "} }";
        KycConfig config = KycConfig.parse(hocon, InstalledPlugins.find(), Map.of());
        KycServiceBuilder builder = KycService.builder(stores, new KycEnvironment(clock, TestHost::random))
                .listener(event -> Optional.ofNullable(MDC.get(LogKeys.TRACE)).ifPresent(traces::add));
        config.createProviders(clock).forEach(builder::registerProvider);
        config.routes().forEach((Flow flow, List<ProviderId> ids) -> builder.route(flow, ids));
        return builder.build();
    }

    private static String named(List<StubbedVendor> route) {
        return route.stream().map(StubbedVendor::name).collect(Collectors.joining(", "));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
