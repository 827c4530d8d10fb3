package dev.kycport.adapter.deepvue;

import static java.util.Map.entry;

import dev.kycport.adapter.deepvue.DeepvueReplies.Access;
import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaar;
import dev.kycport.adapter.deepvue.DeepvueReplies.Identity;
import dev.kycport.adapter.deepvue.DeepvueReplies.Kyc;
import dev.kycport.adapter.deepvue.DeepvueReplies.Residence;
import dev.kycport.adapter.feign.Particulars;
import dev.kycport.adapter.feign.Person;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.Holder;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The person in Deepvue's replies, cut down to what may be kept. */
final class DeepvuePeople {

    private DeepvuePeople() {}

    /** Of verify-otp, V1 and V2. */
    static Either<Oddity, VerifiedIdentity> identity(Kyc kyc, Assurance assurance) {
        return Person.of(kyc.name(), kyc.dateOfBirth(), kyc.gender())
                .map(person -> person.with(
                        kyc.address().map(DeepvuePeople::address),
                        kyc.photo(),
                        kyc.maskedNumber(),
                        List.of(),
                        assurance));
    }

    /** Of eaadhaar, with the Aadhaar as a document where there is one. */
    static Either<Oddity, VerifiedIdentity> identity(
            EAadhaar aadhaar, List<IssuedDocument> documents, Assurance assurance) {
        Optional<Identity> proof = aadhaar.proofOfIdentity();
        return Person.of(proof.flatMap(Identity::name), proof.flatMap(Identity::dob), proof.flatMap(Identity::gender))
                .map(person -> person.with(
                        aadhaar.proofOfAddress().map(DeepvuePeople::address),
                        aadhaar.photo(),
                        aadhaar.maskedUid(),
                        documents,
                        assurance));
    }

    /** Of access-token; with the Aadhaar shared nobody needs it, so what is missing or odd about it is no failure. */
    static Optional<Holder> holder(Access access) {
        return Person.of(access.name(), access.dob(), access.gender())
                .toJavaOptional()
                .map(Person::holder)
                .map(holder -> access.deniesAadhaar() ? holder.withoutAadhaar() : holder);
    }

    /** The person of whom access-token told, before there are documents. */
    static VerifiedIdentity identity(Holder holder, Assurance assurance) {
        return new Person(holder).with(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), assurance);
    }

    /** The same person with further documents. */
    static VerifiedIdentity with(VerifiedIdentity person, List<IssuedDocument> others) {
        return new VerifiedIdentity(
                person.name(),
                person.birthDate(),
                person.gender(),
                person.address(),
                person.photo(),
                person.number(),
                Stream.concat(person.documents().stream(), others.stream()).toList(),
                person.assurance());
    }

    private static Address address(DeepvueReplies.Address address) {
        return Particulars.address(Stream.of(
                entry(Part.CARE_OF, address.careOf()),
                entry(Part.HOUSE, address.house()),
                entry(Part.STREET, address.street()),
                entry(Part.LANDMARK, address.landmark()),
                entry(Part.LOCALITY, address.locality()),
                entry(Part.VTC, address.vtc()),
                entry(Part.SUB_DISTRICT, address.subDistrict()),
                entry(Part.DISTRICT, address.district()),
                entry(Part.POST_OFFICE, address.postOffice()),
                entry(Part.STATE, address.state()),
                entry(Part.PIN, address.pin()),
                entry(Part.COUNTRY, address.country())));
    }

    private static Address address(Residence address) {
        return Particulars.address(Stream.of(
                entry(Part.CARE_OF, address.careOf()),
                entry(Part.HOUSE, address.house()),
                entry(Part.STREET, address.street()),
                entry(Part.LOCALITY, address.locality()),
                entry(Part.VTC, address.vtc()),
                entry(Part.DISTRICT, address.district()),
                entry(Part.STATE, address.state()),
                entry(Part.PIN, address.pin()),
                entry(Part.COUNTRY, address.country())));
    }
}
