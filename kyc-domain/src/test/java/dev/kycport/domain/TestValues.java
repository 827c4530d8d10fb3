package dev.kycport.domain;

import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.OAuthState;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.Policies;
import dev.kycport.domain.session.SessionHeader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Invented values for tests that need some value and do not care which. */
public final class TestValues {

    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    public static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);
    public static final Policies POLICIES = Policies.DEFAULT;

    /** One of UIDAI's public test numbers. */
    public static final String AADHAAR = "999941057058";

    /** Made up, with a check digit that fits. */
    public static final String VID = "9171234567890125";

    private TestValues() {}

    public static Instant later(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    public static ProviderId anyProvider() {
        return new ProviderId("fake");
    }

    public static ProviderReference anyReference() {
        return new ProviderReference("ref-1");
    }

    public static SessionId anySessionId() {
        return SessionId.of(new byte[SessionId.BYTES]);
    }

    public static ConsentId anyConsentId() {
        return ConsentId.of(new byte[16]);
    }

    public static SubjectRef anySubject() {
        return new SubjectRef("customer-7");
    }

    public static Purpose anyPurpose() {
        return new Purpose("opening an account");
    }

    public static VendorTrace anyTrace() {
        return VendorTrace.of(anyProvider());
    }

    public static ConsentTerms anyTerms() {
        ConsentNotice notice = new ConsentNotice("account-opening v3", "en-IN", "We will ask UIDAI for your name.");
        return new ConsentTerms(notice, anyPurpose(), Set.of("name"), Set.of(anyProvider()), anySubject());
    }

    public static ConsentUse anyUse() {
        return new ConsentUse(anySessionId(), anySubject(), anyPurpose(), anyProvider(), ProviderCall.SEND_CODE);
    }

    public static Consent.Given anyConsent() {
        return Consent.ask(anyConsentId(), anyTerms(), NOW).give(ConsentMethod.CHECKBOX, Duration.ofHours(1), NOW);
    }

    public static CaptchaImage anyImage() {
        return new CaptchaImage(anyReference(), Bytes.of(new byte[] {1, 2, 3}), MediaType.PNG);
    }

    public static AuthorizationRequest anyRequest() {
        return new AuthorizationRequest(
                anyReference(),
                URI.create("https://digilocker.example/authorize?state=s-1"),
                new OAuthState("s-1"),
                Set.of(DocumentType.AADHAAR));
    }

    public static AuthorizationCallback.Granted granted(String state) {
        return new AuthorizationCallback.Granted(
                state, AuthorizationCode.parse("granted").get());
    }

    public static AuthorizationCallback.Refused refused(String state) {
        return new AuthorizationCallback.Refused(state);
    }

    public static VerifiedIdentity anyIdentity() {
        return new VerifiedIdentity(
                "Asha Test Rao",
                BirthDate.ofDate(LocalDate.of(1990, 2, 1)),
                Gender.FEMALE,
                new Address(Map.of(Address.Part.VTC, "Bengaluru", Address.Part.PIN, "560001")),
                Optional.empty(),
                Optional.of(MaskedNumber.ofAadhaar("7058")),
                List.of(),
                new Assurance(Flow.DIRECT_OTP, anyProvider(), NOW));
    }

    public static SessionHeader anyHeader(Flow flow) {
        return new SessionHeader(
                anySessionId(),
                flow,
                anyProvider(),
                anySubject(),
                anyConsentId(),
                anyPurpose(),
                NOW,
                NOW.plus(POLICIES.session().life()),
                0);
    }
}
