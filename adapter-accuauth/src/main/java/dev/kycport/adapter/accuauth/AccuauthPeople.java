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
import java.util.function.Function;
import java.util.stream.Stream;

/** The person in AccuAuth's reply, cut down to what may be kept. */
final class AccuauthPeople {

    /** By which name its reply has each part of an address, but for those that lie beside the address. */
    private static final Map<Part, Function<AccuauthReplies.Address, Optional<String>>> PARTS = Map.of(
            Part.HOUSE, AccuauthReplies.Address::house,
            Part.STREET, AccuauthReplies.Address::street,
            Part.LANDMARK, AccuauthReplies.Address::landmark,
            Part.LOCALITY, AccuauthReplies.Address::loc,
            Part.VTC, AccuauthReplies.Address::vtc,
            Part.SUB_DISTRICT, AccuauthReplies.Address::subdist,
            Part.DISTRICT, AccuauthReplies.Address::dist,
            Part.POST_OFFICE, AccuauthReplies.Address::po,
            Part.STATE, AccuauthReplies.Address::state,
            Part.COUNTRY, AccuauthReplies.Address::country);

    private AccuauthPeople() {}

    static Either<Oddity, VerifiedIdentity> identity(Kyc kyc, Assurance assurance) {
        return Person.of(kyc.fullName(), kyc.dob(), kyc.gender())
                .map(person -> person.with(
                        Optional.of(address(kyc)), kyc.profileImage(), kyc.aadhaarNumber(), List.of(), assurance));
    }

    private static Address address(Kyc kyc) {
        Optional<String> careOf =
                Given.text(kyc.careOf()).or(() -> kyc.address().flatMap(AccuauthReplies.Address::careOf));
        return Particulars.address(Stream.concat(
                Stream.of(entry(Part.CARE_OF, careOf), entry(Part.PIN, kyc.zip())),
                PARTS.entrySet().stream()
                        .map(part -> entry(part.getKey(), kyc.address().flatMap(part.getValue())))));
    }
}
