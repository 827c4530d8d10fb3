package dev.kycport.adapter.fake;

import static dev.kycport.domain.identity.DocumentType.AADHAAR;
import static dev.kycport.domain.identity.DocumentType.DRIVING_LICENCE;
import static dev.kycport.domain.identity.DocumentType.PAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.gateway.GrantVerdict.GrantRefused;
import dev.kycport.ports.gateway.SessionLost;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DigiLockerFlowTest {

    private final DigiLockerGateway gateway =
            FakeFixtures.provider().digiLocker().orElseThrow();

    @Test
    void the_offer_leads_nowhere_and_carries_its_own_state() {
        AuthorizationRequest offer = offered(Set.of(AADHAAR, PAN));

        assertThat(offer.url())
                .hasToString(
                        "https://fake.invalid/authorize?state=" + offer.state().value());
        assertThat(offer.documents()).containsExactlyInAnyOrder(AADHAAR, PAN);
    }

    @Test
    void no_two_offers_share_a_state() {
        assertThat(offered(Set.of(PAN)).state())
                .isNotEqualTo(offered(Set.of(PAN)).state());
    }

    @Test
    void granted_shares_exactly_the_documents_that_were_asked_for() {
        VerifiedIdentity identity = collected(EnumSet.of(PAN, DRIVING_LICENCE));

        assertThat(identity.documents()).extracting(IssuedDocument::type).containsExactly(PAN, DRIVING_LICENCE);
        assertThat(identity.assurance())
                .isEqualTo(new Assurance(Flow.DIGILOCKER, FakeProviderFactory.ID, FakeFixtures.NOW));
    }

    @Test
    void number_address_and_portrait_come_with_the_aadhaar_alone() {
        VerifiedIdentity with = collected(EnumSet.of(AADHAAR));
        VerifiedIdentity without = collected(EnumSet.of(PAN));

        assertThat(with.number()).hasToString("Optional[XXXX XXXX 7058]");
        assertThat(with.photo()).isPresent();
        assertThat(with.address().part(Address.Part.PIN)).isEqualTo("560001");
        assertThat(without.number()).isEmpty();
        assertThat(without.photo()).isEmpty();
        assertThat(without.address()).isEqualTo(Address.UNKNOWN);
    }

    @Test
    void whose_documents_they_are_her_aadhaar_tells_and_others_do_not() {
        ProviderReference reference = offered(EnumSet.of(AADHAAR, PAN)).reference();
        connected(reference, "granted");

        assertThat(collection(reference, EnumSet.of(AADHAAR, PAN)).get())
                .isInstanceOf(DocumentsVerdict.DocumentsFetched.class);
        assertThat(collection(reference, EnumSet.of(PAN)).get()).isInstanceOf(SessionLost.class);
        assertThat(collection(reference, EnumSet.of(PAN), Optional.of(FakePerson.HOLDER))
                        .get())
                .isInstanceOf(DocumentsVerdict.DocumentsFetched.class);
    }

    @Test
    void a_document_that_was_not_offered_is_not_shared() {
        ProviderReference reference = offered(Set.of(PAN)).reference();
        connected(reference, "granted");

        assertThat(collection(reference, Set.of(AADHAAR)).get()).isInstanceOf(DocumentsVerdict.NothingShared.class);
    }

    @Test
    void empty_connects_and_shares_nothing() {
        ProviderReference reference = offered(Set.of(AADHAAR)).reference();

        assertThat(connected(reference, "empty")).isInstanceOf(GrantVerdict.Connected.class);

        assertThat(collection(reference, Set.of(AADHAAR)).get()).isInstanceOf(DocumentsVerdict.NothingShared.class);
    }

    // Nobody keeps whose documents they are: her Aadhaar tells it again.
    @Test
    void after_a_restart_a_grant_still_gives_access() {
        DigiLockerGateway before = FakeFixtures.provider().digiLocker().orElseThrow();
        ProviderReference reference = before.requestAuthorization(
                        FakeFixtures.proof(ProviderCall.OFFER_AUTHORIZATION), FakeFixtures.back(), Set.of(AADHAAR))
                .get()
                .reference();
        before.exchangeGrant(
                        FakeFixtures.proof(ProviderCall.TAKE_UP_AUTHORIZATION),
                        reference,
                        FakeFixtures.grant("granted"))
                .get();

        assertThat(collection(reference, Set.of(AADHAAR)).get()).isInstanceOf(DocumentsVerdict.DocumentsFetched.class);
    }

    @Test
    void after_a_restart_an_offer_still_leads_to_its_documents() {
        ProviderReference reference = FakeFixtures.provider()
                .digiLocker()
                .orElseThrow()
                .requestAuthorization(
                        FakeFixtures.proof(ProviderCall.OFFER_AUTHORIZATION), FakeFixtures.back(), Set.of(PAN))
                .get()
                .reference();

        Optional<DocumentHolder> holder = ((GrantVerdict.Connected) connected(reference, "granted")).holder();

        assertThat(collection(reference, Set.of(PAN, AADHAAR), holder).get())
                .isInstanceOfSatisfying(
                        DocumentsVerdict.DocumentsFetched.class,
                        fetched -> assertThat(fetched.identity().documents())
                                .extracting(IssuedDocument::type)
                                .containsExactly(PAN));
    }

    @Test
    void any_other_code_is_refused_and_the_right_one_still_works() {
        ProviderReference reference = offered(Set.of(AADHAAR)).reference();

        assertThat(connected(reference, "stolen")).isInstanceOf(GrantRefused.class);

        assertThat(connected(reference, "granted")).isInstanceOf(GrantVerdict.Connected.class);
    }

    @Test
    void a_grant_works_once_and_the_access_stays() throws Exception {
        ProviderReference reference = offered(Set.of(AADHAAR)).reference();

        long winners =
                FakeFixtures.winners(16, () -> connected(reference, "granted") instanceof GrantVerdict.Connected);

        assertThat(winners).isEqualTo(1);
        assertThat(collection(reference, Set.of(AADHAAR)).get()).isInstanceOf(DocumentsVerdict.DocumentsFetched.class);
        assertThat(collection(reference, Set.of(AADHAAR)).get()).isInstanceOf(DocumentsVerdict.DocumentsFetched.class);
    }

    @Test
    void collecting_before_a_grant_is_an_invalid_request() {
        ProviderReference reference = offered(Set.of(AADHAAR)).reference();

        assertThat(collection(reference, Set.of(AADHAAR)).getLeft().kind()).isEqualTo(ProviderFailure.Kind.REFUSED);
    }

    @Test
    void an_offer_that_was_never_made_is_lost() {
        assertThat(connected(FakeFixtures.unknownReference(), "granted")).isInstanceOf(SessionLost.class);
        assertThat(collection(FakeFixtures.unknownReference(), Set.of(PAN)).get())
                .isInstanceOf(SessionLost.class);
    }

    private AuthorizationRequest offered(Set<DocumentType> documents) {
        return gateway.requestAuthorization(
                        FakeFixtures.proof(ProviderCall.OFFER_AUTHORIZATION), FakeFixtures.back(), documents)
                .get();
    }

    private GrantVerdict connected(ProviderReference reference, String code) {
        return gateway.exchangeGrant(
                        FakeFixtures.proof(ProviderCall.TAKE_UP_AUTHORIZATION), reference, FakeFixtures.grant(code))
                .get();
    }

    private Either<ProviderFailure, DocumentsVerdict> collection(
            ProviderReference reference, Set<DocumentType> documents) {
        return collection(reference, documents, Optional.empty());
    }

    private Either<ProviderFailure, DocumentsVerdict> collection(
            ProviderReference reference, Set<DocumentType> documents, Optional<DocumentHolder> holder) {
        return gateway.fetchDocuments(FakeFixtures.proof(ProviderCall.COLLECT_DOCUMENTS), reference, documents, holder);
    }

    private VerifiedIdentity collected(Set<DocumentType> documents) {
        ProviderReference reference = offered(documents).reference();
        Optional<DocumentHolder> holder = ((GrantVerdict.Connected) connected(reference, "granted")).holder();
        return ((DocumentsVerdict.DocumentsFetched)
                        collection(reference, documents, holder).get())
                .identity();
    }
}
