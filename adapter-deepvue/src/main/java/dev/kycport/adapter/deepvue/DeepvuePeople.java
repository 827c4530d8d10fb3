package dev.kycport.adapter.deepvue;

import static java.util.Map.entry;

import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaar;
import dev.kycport.adapter.deepvue.DeepvueReplies.Identity;
import dev.kycport.adapter.deepvue.DeepvueReplies.Kyc;
import dev.kycport.adapter.deepvue.DeepvueReplies.Residence;
import dev.kycport.adapter.feign.Particulars;
import dev.kycport.adapter.feign.Required;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The person in Deepvue's replies, cut down to what may be kept. */
final class DeepvuePeople {

    private DeepvuePeople() {}

    /** Of verify-otp, V1 and V2. */
    static Either<Oddity, VerifiedIdentity> identity(Kyc kyc, Assurance assurance) {
        return person(kyc.name(), kyc.dateOfBirth(), kyc.gender())
                .map(person -> new VerifiedIdentity(
                        person.name(),
                        person.birthDate(),
                        person.gender(),
                        kyc.address().map(DeepvuePeople::address).orElse(Address.UNKNOWN),
                        kyc.photo().flatMap(Particulars::photo),
                        kyc.maskedNumber().flatMap(Particulars::maskedAadhaar),
                        List.of(),
                        assurance));
    }

    /** Of eaadhaar, with the Aadhaar as a document where there is one. */
    static Either<Oddity, VerifiedIdentity> identity(
            EAadhaar aadhaar, List<IssuedDocument> documents, Assurance assurance) {
        Optional<Identity> proof = aadhaar.proofOfIdentity();
        return person(proof.flatMap(Identity::name), proof.flatMap(Identity::dob), proof.flatMap(Identity::gender))
                .map(person -> new VerifiedIdentity(
                        person.name(),
                        person.birthDate(),
                        person.gender(),
                        aadhaar.proofOfAddress().map(DeepvuePeople::address).orElse(Address.UNKNOWN),
                        aadhaar.photo().flatMap(Particulars::photo),
                        aadhaar.maskedUid().flatMap(Particulars::maskedAadhaar),
                        documents,
                        assurance));
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

    private static Either<Oddity, Person> person(
            Optional<String> name, Optional<String> birthDate, Optional<String> gender) {
        return Required.text(name)
                .flatMap(known -> Required.parsed(birthDate, Particulars::birthDate)
                        .flatMap(born -> Required.parsed(gender, Particulars::gender)
                                .map(letter -> new Person(known, born, letter))));
    }

    private static Address address(DeepvueReplies.Address address) {
        return address(Stream.of(
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
        return address(Stream.of(
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

    private static Address address(Stream<Map.Entry<Part, Optional<String>>> parts) {
        return new Address(parts.filter(part -> part.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().orElseThrow())));
    }

    private record Person(String name, BirthDate birthDate, Gender gender) {}
}
