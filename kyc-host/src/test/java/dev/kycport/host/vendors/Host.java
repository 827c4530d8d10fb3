package dev.kycport.host.vendors;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.app.KycService;
import dev.kycport.app.KycServiceBuilder;
import dev.kycport.app.Progress;
import dev.kycport.app.SessionRequest;
import dev.kycport.app.Surroundings;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.wiring.InstalledPlugins;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.LogKeys;
import dev.kycport.ports.Stores;
import dev.kycport.tck.Canary;
import dev.kycport.tck.MovableClock;
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
final class Host {

    private static final Random RANDOM = new Random(11);

    private final MovableClock clock = MovableClock.usual();
    private final Stores stores = Fake.stores();
    private final List<String> traces = new ArrayList<>();
    private KycService service;

    private Host(String route, String guard, Vendor... vendors) {
        this.service = started(route, guard, vendors);
    }

    /** A host whose route is that, with these vendors configured. */
    static Host routed(List<Vendor> route, Vendor... vendors) {
        return new Host(named(route), "", vendors);
    }

    /** The same with this before its first vendor. */
    static Host guarded(String guard, List<Vendor> route) {
        return new Host(named(route), guard, route.toArray(Vendor[]::new));
    }

    /** Starts it anew with another route. */
    void reroute(List<Vendor> route, Vendor... vendors) {
        service = started(named(route), "", vendors);
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    /** A session whose person has agreed to whoever stands in the route. */
    SessionId consented() {
        return consented(request());
    }

    /** A session whose person has agreed to that vendor alone. */
    SessionId consentedTo(Vendor only) {
        return consented(request().from(only.name()).get());
    }

    String start(SessionId id) {
        return told(service.startDirect(id, number()));
    }

    String resend(SessionId id) {
        return told(service.resend(id, number()));
    }

    String submit(SessionId id) {
        return told(service.submitCode(id, OtpCode.parse("123456").get()));
    }

    KycSession look(SessionId id) {
        return service.look(id).get();
    }

    String provider(SessionId id) {
        return look(id).dossier().provider().value();
    }

    /** What stood in the log context as the vendor's id of the call, each time that the host was told something. */
    List<String> traces() {
        return List.copyOf(traces);
    }

    List<AuditEntry> hops(SessionId id) {
        return service.audit(id).stream()
                .filter(entry -> entry.kind() == AuditEntry.Kind.HOP)
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
        return Canary.USUAL.aadhaar();
    }

    private static String told(Either<KycFailure, Progress> answer) {
        return answer.fold(
                failure -> "refused " + failure.code(),
                progress -> progress.session().state().code()
                        + progress.report()
                                .map(Report::code)
                                .map(code -> " " + code)
                                .orElse(""));
    }

    // As the wiring does it, but over stores that outlive the configuration.
    private KycService started(String route, String guard, Vendor... vendors) {
        String hocon =
                "kyc { profile = development, store.url = memory, routes.direct-otp = [" + route + "], providers {"
                        + Arrays.stream(vendors).map(Vendor::configured).collect(Collectors.joining("\n"))
                        + guard + "} }";
        KycConfig config = KycConfig.parse(hocon, InstalledPlugins.find(), Map.of());
        KycServiceBuilder builder = KycService.with(stores, new Surroundings(clock, Host::random))
                .listener(event -> Optional.ofNullable(MDC.get(LogKeys.TRACE)).ifPresent(traces::add));
        config.createProviders(clock).forEach(builder::known);
        config.routes().forEach((Flow flow, List<ProviderId> ids) -> builder.route(flow, ids));
        return builder.build();
    }

    private static String named(List<Vendor> route) {
        return route.stream().map(Vendor::name).collect(Collectors.joining(", "));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
