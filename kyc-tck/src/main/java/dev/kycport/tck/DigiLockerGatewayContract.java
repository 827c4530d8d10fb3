package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.OAuthState;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.http.ProviderTraffic;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a {@link DigiLockerGateway} owes. Returns are read by the names of OAuth 2.0 ({@code code}, {@code state},
 * {@code error}), which every adapter understands in addition to its vendor's own.
 */
public abstract class DigiLockerGatewayContract extends GatewayContract<DigiLockerGateway> {

    private static final String BACK = SampleValues.anyRedirectUrl().value().toString();

    /** What has been seen between DigiLocker's page and the host, for the code {@code c1} and the state {@code s+1=}. */
    private static final List<String> CHANGED_RETURNS = List.of(
            BACK + "?tenant=7?code=c1&state=s%2B1%3D",
            BACK + "?code=c1&amp;state=s%2B1%3D",
            BACK + "?note=50%&code=c1&state=s%2B1%3D",
            " \u00A0" + BACK + "?code=c1&state=s%2B1%3D\r\n",
            BACK + "?code=c1&sta\r\nte=s%2B1%3D",
            BACK + "?code=c1&state=s+1=",
            BACK.replace("https", "HTTPS") + "?code=c1&state=s%2B1%3D#_=_",
            "?code=c1&state=s%2B1%3D");

    /** For the adapter's test. */
    protected DigiLockerGatewayContract() {
        super(Flow.DIGILOCKER);
    }

    @Override
    final Either<ProviderFailure, ?> call(
            ProviderCall call, GatewayUnderTest<DigiLockerGateway> target, Canary canary) {
        ConsentProof proof = SampleValues.anyProof(target.provider(), call);
        return switch (call) {
            case OFFER_AUTHORIZATION ->
                target.gateway()
                        .requestAuthorization(proof, SampleValues.anyRedirectUrl(), SampleValues.everyDocument());
            case TAKE_UP_AUTHORIZATION -> target.gateway().exchangeGrant(proof, target.reference(), canary.grant());
            default -> collect(target, SampleValues.everyDocument(), Optional.of(SampleValues.anyHolder()));
        };
    }

    @Override
    final ProviderReference startSession(GatewayUnderTest<DigiLockerGateway> target) {
        Object offer = call(ProviderCall.OFFER_AUTHORIZATION, target, canary()).get();
        ProviderReference reference = ((AuthorizationRequest) offer).reference();
        call(ProviderCall.TAKE_UP_AUTHORIZATION, target.withReference(reference), canary())
                .get();
        return reference;
    }

    /** If it fails, check where address, state and reference of the offer are taken from. */
    @Test
    final void an_offer_says_where_to_go_and_what_to_come_back_with() {
        AuthorizationRequest offer = outcome(ProviderBehaviour.OFFER_MADE).verdict(AuthorizationRequest.class);

        assertThat(offer.url().isAbsolute()).as("the address can be opened").isTrue();
        assertThat(offer.state().value()).isNotBlank();
        assertThat(offer.reference().value()).isNotBlank();
    }

    /** If it fails, check that the offer remembers which documents were asked for. */
    @Test
    final void an_offer_asks_for_the_documents_wanted() {
        AuthorizationRequest offer = outcome(ProviderBehaviour.OFFER_MADE).verdict(AuthorizationRequest.class);

        assertThat(offer.documents()).isEqualTo(SampleValues.everyDocument());
    }

    /** If it fails, check what counts as an accepted grant. */
    @Test
    final void a_grant_leads_to_access() {
        outcome(ProviderBehaviour.GRANT_ACCEPTED).verdict(GrantVerdict.Connected.class);
    }

    /** If it fails, check the vendor's word for a grant that DigiLocker does not accept. */
    @Test
    final void a_refused_grant_is_a_verdict_not_a_failure() {
        outcome(ProviderBehaviour.GRANT_REFUSED).verdict(GrantVerdict.GrantRefused.class);
    }

    /** If it fails, check that the documents are fetched, and that each is of a kind that was asked for. */
    @Test
    final void shared_documents_come_with_the_person() {
        VerifiedIdentity person = person(ProviderBehaviour.DOCUMENTS_SHARED);

        assertThat(person.name()).isNotBlank();
        assertThat(person.documents())
                .isNotEmpty()
                .extracting(IssuedDocument::type)
                .isSubsetOf(SampleValues.everyDocument());
    }

    /** If it fails, check where the person's name comes from when there is no Aadhaar: {@code connect} may be the only source. */
    @Test
    final void documents_without_the_aadhaar_still_name_their_holder() {
        Optional<DocumentHolder> known = outcome(ProviderBehaviour.GRANT_ACCEPTED)
                .verdict(GrantVerdict.Connected.class)
                .holder();

        for (Set<DocumentType> wanted : List.of(SampleValues.everyDocument(), withoutAadhaar())) {
            VerifiedIdentity person = withheld(wanted, known)
                    .verdict(DocumentsVerdict.DocumentsFetched.class)
                    .identity();

            assertThat(holder(person)).isEqualTo(known.orElseGet(() -> holder(person)));
            assertThat(person.name()).isNotBlank();
            assertThat(person.number()).isEmpty();
            assertThat(person.documents())
                    .isNotEmpty()
                    .extracting(IssuedDocument::type)
                    .isSubsetOf(withoutAadhaar());
        }
    }

    /** If it fails, check what is concluded once the holder is forgotten: the person starts again, and no name is made up. */
    @Test
    final void documents_of_a_forgotten_holder_are_nobodys() {
        Object verdict = withheld(withoutAadhaar(), Optional.empty()).verdict();

        if (verdict instanceof DocumentsVerdict.DocumentsFetched documentsFetched) {
            assertThat(documentsFetched.identity().name()).isNotBlank();
        } else {
            assertThat(verdict).isInstanceOf(SessionLost.class);
        }
    }

    /** If it fails, check that what the provider hands back on top is left out, and the rest is still taken. */
    @Test
    final void a_provider_that_hands_back_too_much_is_cut_down() {
        VerifiedIdentity person = person(ProviderBehaviour.HANDS_BACK_TOO_MUCH);

        assertThat(person.name()).isNotBlank();
    }

    /** If it fails, check the assurance: what an account may be used for depends on flow and provider. */
    @Test
    final void the_person_is_vouched_for_by_flow_and_provider() {
        VerifiedIdentity person = person(ProviderBehaviour.DOCUMENTS_SHARED);

        assertThat(person.assurance().flow()).isEqualTo(Flow.DIGILOCKER);
        assertThat(person.assurance().provider())
                .isEqualTo(outcome(ProviderBehaviour.DOCUMENTS_SHARED).provider());
    }

    /** If it fails, check for a clock other than the one handed in, such as {@code Instant.now()}. */
    @Test
    final void the_person_is_vouched_for_at_the_time_of_the_clock_handed_in() {
        assertThat(person(ProviderBehaviour.DOCUMENTS_SHARED).assurance().verifiedAt())
                .as("when the person was vouched for, by MovableClock.atSampleTime(), the only clock to read")
                .isEqualTo(SampleValues.NOW);
    }

    /** If it fails, check what an empty list of documents is taken for: the person came back and shared nothing. */
    @Test
    final void sharing_nothing_is_a_verdict_not_a_failure() {
        outcome(ProviderBehaviour.NOTHING_SHARED).verdict(DocumentsVerdict.NothingShared.class);
    }

    /** If it fails, check the vendor's word for a session it no longer knows: the person must start again. */
    @Test
    final void a_lost_session_is_reported_as_such() {
        outcomes(ProviderBehaviour.SESSION_LOST).forEach(observedOutcome -> observedOutcome.verdict(SessionLost.class));
    }

    /** If it fails, check that code and state of a return are decoded and handed on as they came. */
    @Test
    final void a_return_with_a_code_is_a_grant() {
        AuthorizationCallback granted = read("?code=a%2Bb&state=s%201").get();

        assertThat(granted).isInstanceOf(AuthorizationCallback.Granted.class);
        assertThat(granted.state()).isEqualTo("s 1");
    }

    /** If it fails, check that an error in a return wins over everything but a missing state. */
    @Test
    final void a_return_with_an_error_is_a_refusal() {
        AuthorizationCallback refused = read("?error=access_denied&state=s1").get();

        assertThat(refused).isEqualTo(new AuthorizationCallback.Refused("s1"));
    }

    /** If it fails, check that a return nobody can tie to a session is refused: it may be forged. */
    @Test
    final void a_return_without_a_state_is_refused() {
        isRefusedFor(InputField.STATE, "?code=c1");
        isRefusedFor(InputField.STATE, "?code=c1&state=");
        isRefusedFor(InputField.STATE, "?error=access_denied");
    }

    /** If it fails, check that a return which says nothing is taken neither for a grant nor for a refusal. */
    @Test
    final void a_return_with_neither_code_nor_error_is_refused() {
        isRefusedFor(InputField.AUTHORIZATION_CODE, "?state=s1");
        isRefusedFor(InputField.AUTHORIZATION_CODE, "?code=&state=s1");
    }

    /**
     * If it fails, read the parameters with {@code ReturnUrl.revealParameters()}, which forgives what browsers, mail programs and
     * people do to a URL, instead of parsing the URL again.
     */
    @Test
    final void a_return_that_was_changed_on_the_way_is_still_a_grant() {
        for (String changed : CHANGED_RETURNS) {
            AuthorizationCallback callback = ReturnUrl.parse(changed)
                    .flatMap(this::read)
                    .getOrElseThrow(failure -> new AssertionError("a return that has code and state is refused with "
                            + failure.summary() + ": " + changed + ". Use ReturnUrl.revealParameters()"));

            assertThat(callback)
                    .as("the return %s has code and state", changed)
                    .isInstanceOf(AuthorizationCallback.Granted.class);
            assertThat(new OAuthState("s+1=").matches(callback.state()))
                    .as("the state of the return %s is the one of the offer. Hand it on as it came", changed)
                    .isTrue();
        }
    }

    /** If it fails, check that nothing changes a state before it is compared: another case or another length is another state. */
    @Test
    final void a_state_that_is_almost_right_stays_wrong() {
        for (String almost : List.of("s%2B1%3D", "S%2B1", "s%2B1x", "s%2B", "s-1", "s%252B1")) {
            AuthorizationCallback callback = read("?code=c1&state=" + almost).get();

            assertThat(new OAuthState("s+1").matches(callback.state()))
                    .as("the state %s is taken for s%%2B1. Hand it on as it came", almost)
                    .isFalse();
        }
    }

    /** If it fails, name the field that is missing: a return whose state is right is not forged, whatever else is wrong with it. */
    @Test
    final void a_return_with_the_right_state_is_never_called_foreign() {
        for (String odd : List.of(
                "?state=s1",
                "?state=s1&error=server_error",
                "?state=s1&code=" + "c".repeat(3000),
                "?state=s1&code=%")) {
            Either<KycFailure, AuthorizationCallback> reading = read(odd);

            if (reading.isLeft()) {
                assertThat(((InputRejection) reading.getLeft()).field())
                        .as(
                                "the field that is refused in a return whose state is right, but whose rest is odd: %.60s",
                                odd)
                        .isNotEqualTo(InputField.STATE);
            } else {
                assertThat(reading.get().state()).as("the state of %.60s", odd).isEqualTo("s1");
            }
        }
    }

    /** If it fails, compare schemes without case (RFC 3986, 3.1), or do not compare them at all: the host's URL has been checked. */
    @Test
    final void the_scheme_of_the_redirect_url_has_no_case() {
        try (GatewayUnderTest<DigiLockerGateway> target = gatewayShowing(ProviderBehaviour.OFFER_MADE)) {
            Either<ProviderFailure, AuthorizationRequest> answer = target.gateway()
                    .requestAuthorization(
                            SampleValues.anyProof(target.provider(), ProviderCall.OFFER_AUTHORIZATION),
                            RedirectUrl.parse("HTTPS" + BACK.substring("https".length()))
                                    .get(),
                            SampleValues.everyDocument());

            boolean asked = target.traffic()
                    .map(ProviderTraffic::requestCount)
                    .filter(requests -> requests > 0)
                    .isPresent();
            assertThat(answer.isRight() || asked)
                    .as("an offer for a redirect URL that begins with HTTPS: %s", answer)
                    .isTrue();
        }
    }

    /** If it fails, check that reading a return is a matter of its parameters alone. */
    @Test
    final void reading_a_return_asks_nobody() {
        try (GatewayUnderTest<DigiLockerGateway> gatewayUnderTest = gatewayShowing(ProviderBehaviour.GRANT_ACCEPTED)) {
            gatewayUnderTest.gateway().parseCallback(url("?code=c1&state=s1"));

            gatewayUnderTest
                    .traffic()
                    .ifPresent(providerTraffic ->
                            assertThat(providerTraffic.requestCount()).isZero());
        }
    }

    private void isRefusedFor(InputField inputField, String query) {
        Either<KycFailure, AuthorizationCallback> reading = read(query);

        assertThat(reading.isLeft()).as(query + " is refused").isTrue();
        assertThat(((InputRejection) reading.getLeft()).field()).as(query).isEqualTo(inputField);
    }

    private Either<KycFailure, AuthorizationCallback> read(String query) {
        return read(url(query));
    }

    private Either<KycFailure, AuthorizationCallback> read(ReturnUrl url) {
        try (GatewayUnderTest<DigiLockerGateway> gatewayUnderTest = gatewayShowing(ProviderBehaviour.GRANT_ACCEPTED)) {
            return gatewayUnderTest.gateway().parseCallback(url);
        }
    }

    private static ReturnUrl url(String query) {
        return ReturnUrl.parse(BACK + query).get();
    }

    private ObservedOutcome withheld(Set<DocumentType> wanted, Optional<DocumentHolder> holder) {
        skipIfGap(ProviderBehaviour.AADHAAR_WITHHELD);
        try (GatewayUnderTest<DigiLockerGateway> gatewayUnderTest =
                gatewayShowing(ProviderBehaviour.AADHAAR_WITHHELD)) {
            return ObservedOutcome.observe(new ObservedOutcome.Planned(
                    ProviderBehaviour.AADHAAR_WITHHELD,
                    ProviderCall.COLLECT_DOCUMENTS,
                    gatewayUnderTest,
                    () -> collect(gatewayUnderTest, wanted, holder)));
        }
    }

    private static Either<ProviderFailure, DocumentsVerdict> collect(
            GatewayUnderTest<DigiLockerGateway> target, Set<DocumentType> documents, Optional<DocumentHolder> holder) {
        ConsentProof proof = SampleValues.anyProof(target.provider(), ProviderCall.COLLECT_DOCUMENTS);
        return target.gateway().fetchDocuments(proof, target.reference(), documents, holder);
    }

    private static Set<DocumentType> withoutAadhaar() {
        return EnumSet.complementOf(EnumSet.of(DocumentType.AADHAAR));
    }

    private static DocumentHolder holder(VerifiedIdentity person) {
        return new DocumentHolder(person.name(), person.birthDate(), person.gender());
    }

    private VerifiedIdentity person(ProviderBehaviour behaviour) {
        return outcome(behaviour)
                .verdict(DocumentsVerdict.DocumentsFetched.class)
                .identity();
    }
}
