package dev.kycport.adapter.fake;

import static dev.kycport.domain.identity.DocumentType.AADHAAR;
import static dev.kycport.domain.identity.DocumentType.DRIVING_LICENCE;
import static dev.kycport.domain.identity.DocumentType.PAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Holder;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.ConnectionVerdict.GrantRefused;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.SessionLost;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DigiLockerFlowTest {

    private final DigiLockerGateway gateway = Sample.provider().digiLocker().orElseThrow();

    @Test
    void the_offer_leads_nowhere_and_carries_its_own_state() {
        AuthorizationOffer offer = offered(Set.of(AADHAAR, PAN));

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
        assertThat(identity.assurance()).isEqualTo(new Assurance(Flow.DIGILOCKER, Fake.ID, Sample.NOW));
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
                .isInstanceOf(CollectionVerdict.Collected.class);
        assertThat(collection(reference, EnumSet.of(PAN)).get()).isInstanceOf(SessionLost.class);
        assertThat(collection(reference, EnumSet.of(PAN), Optional.of(Asha.HOLDER))
                        .get())
                .isInstanceOf(CollectionVerdict.Collected.class);
    }

    @Test
    void a_document_that_was_not_offered_is_not_shared() {
        ProviderReference reference = offered(Set.of(PAN)).reference();
        connected(reference, "granted");

        assertThat(collection(reference, Set.of(AADHAAR)).get()).isInstanceOf(CollectionVerdict.NothingShared.class);
    }

    @Test
    void empty_connects_and_shares_nothing() {
        ProviderReference reference = offered(Set.of(AADHAAR)).reference();

        assertThat(connected(reference, "empty")).isInstanceOf(ConnectionVerdict.Connected.class);

        assertThat(collection(reference, Set.of(AADHAAR)).get()).isInstanceOf(CollectionVerdict.NothingShared.class);
    }

    @Test
    void any_other_code_is_refused_and_the_right_one_still_works() {
        ProviderReference reference = offered(Set.of(AADHAAR)).reference();

        assertThat(connected(reference, "stolen")).isInstanceOf(GrantRefused.class);

        assertThat(connected(reference, "granted")).isInstanceOf(ConnectionVerdict.Connected.class);
    }

    @Test
    void a_grant_works_once_and_the_access_stays() throws Exception {
        ProviderReference reference = offered(Set.of(AADHAAR)).reference();

        long winners = Sample.winners(16, () -> connected(reference, "granted") instanceof ConnectionVerdict.Connected);

        assertThat(winners).isEqualTo(1);
        assertThat(collection(reference, Set.of(AADHAAR)).get()).isInstanceOf(CollectionVerdict.Collected.class);
        assertThat(collection(reference, Set.of(AADHAAR)).get()).isInstanceOf(CollectionVerdict.Collected.class);
    }

    @Test
    void collecting_before_a_grant_is_an_invalid_request() {
        ProviderReference reference = offered(Set.of(AADHAAR)).reference();

        assertThat(collection(reference, Set.of(AADHAAR)).getLeft()).isInstanceOf(ProviderFailure.Refused.class);
    }

    @Test
    void an_offer_that_was_never_made_is_lost() {
        assertThat(connected(Sample.unknownReference(), "granted")).isInstanceOf(SessionLost.class);
        assertThat(collection(Sample.unknownReference(), Set.of(PAN)).get()).isInstanceOf(SessionLost.class);
    }

    private AuthorizationOffer offered(Set<DocumentType> documents) {
        return gateway.offer(Sample.proof(ProviderCall.OFFER_AUTHORIZATION), Sample.back(), documents)
                .get();
    }

    private ConnectionVerdict connected(ProviderReference reference, String code) {
        return gateway.connect(Sample.proof(ProviderCall.TAKE_UP_AUTHORIZATION), reference, Sample.grant(code))
                .get();
    }

    private Either<ProviderFailure, CollectionVerdict> collection(
            ProviderReference reference, Set<DocumentType> documents) {
        return collection(reference, documents, Optional.empty());
    }

    private Either<ProviderFailure, CollectionVerdict> collection(
            ProviderReference reference, Set<DocumentType> documents, Optional<Holder> holder) {
        return gateway.collect(Sample.proof(ProviderCall.COLLECT_DOCUMENTS), reference, documents, holder);
    }

    private VerifiedIdentity collected(Set<DocumentType> documents) {
        ProviderReference reference = offered(documents).reference();
        Optional<Holder> holder = ((ConnectionVerdict.Connected) connected(reference, "granted")).holder();
        return ((CollectionVerdict.Collected)
                        collection(reference, documents, holder).get())
                .identity();
    }
}
