package dev.kycport.adapter.accuauth;

import static java.util.Map.entry;

import dev.kycport.adapter.accuauth.AccuauthReplies.Kyc;
import dev.kycport.adapter.feign.Given;
import dev.kycport.adapter.feign.Particulars;
import dev.kycport.adapter.feign.Person;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.VerifiedIdentity;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The person in AccuAuth's reply, cut down to what may be kept. */
final class AccuauthPeople {

    /** By which name its reply has each part of an address, but for those that lie beside the address. */
    private static final Map<Part, String> PARTS = Map.of(
            Part.HOUSE, "house",
            Part.STREET, "street",
            Part.LANDMARK, "landmark",
            Part.LOCALITY, "loc",
            Part.VTC, "vtc",
            Part.SUB_DISTRICT, "subdist",
            Part.DISTRICT, "dist",
            Part.POST_OFFICE, "po",
            Part.STATE, "state",
            Part.COUNTRY, "country");

    private AccuauthPeople() {}

    static Either<Oddity, VerifiedIdentity> identity(Kyc kyc, Assurance assurance) {
        return Person.of(kyc.fullName(), kyc.dob(), kyc.gender())
                .map(person -> person.with(
                        Optional.of(address(kyc)), kyc.profileImage(), kyc.aadhaarNumber(), List.of(), assurance));
    }

    private static Address address(Kyc kyc) {
        Optional<String> careOf = Given.text(kyc.careOf()).or(() -> part(kyc, "care_of"));
        return Particulars.address(Stream.concat(
                Stream.of(entry(Part.CARE_OF, careOf), entry(Part.PIN, kyc.zip())),
                PARTS.entrySet().stream().map(part -> entry(part.getKey(), part(kyc, part.getValue())))));
    }

    private static Optional<String> part(Kyc kyc, String name) {
        return kyc.address().flatMap(address -> Given.text(address, name));
    }
}
