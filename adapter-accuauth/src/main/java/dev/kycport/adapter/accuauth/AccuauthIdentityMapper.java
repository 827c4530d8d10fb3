package dev.kycport.adapter.accuauth;

import static java.util.Map.entry;

import dev.kycport.adapter.accuauth.AccuauthReplies.ValidateOtpResult;
import dev.kycport.adapter.feign.json.IdentityDraft;
import dev.kycport.adapter.feign.json.IdentityFieldParsers;
import dev.kycport.adapter.feign.json.OptionalText;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.VerifiedIdentity;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Maps AccuAuth's reply to an identity, without the fields that must not be kept. */
final class AccuauthIdentityMapper {

    /** The field of each part in the address object; care of and post code are outside of it. */
    private static final Map<Part, String> ADDRESS_FIELDS = Map.of(
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

    private AccuauthIdentityMapper() {}

    static Either<UnintelligibleReason, VerifiedIdentity> toIdentity(
            ValidateOtpResult validateOtpResult, Assurance assurance) {
        return IdentityDraft.parse(validateOtpResult.fullName(), validateOtpResult.dob(), validateOtpResult.gender())
                .map(identityDraft -> identityDraft.toIdentity(
                        Optional.of(toAddress(validateOtpResult)),
                        validateOtpResult.profileImage(),
                        validateOtpResult.aadhaarNumber(),
                        List.of(),
                        assurance));
    }

    private static Address toAddress(ValidateOtpResult validateOtpResult) {
        Optional<String> careOf =
                OptionalText.nonBlank(validateOtpResult.careOf()).or(() -> addressPart(validateOtpResult, "care_of"));
        return IdentityFieldParsers.toAddress(Stream.concat(
                Stream.of(entry(Part.CARE_OF, careOf), entry(Part.PIN, validateOtpResult.zip())),
                ADDRESS_FIELDS.entrySet().stream()
                        .map(part -> entry(part.getKey(), addressPart(validateOtpResult, part.getValue())))));
    }

    private static Optional<String> addressPart(ValidateOtpResult validateOtpResult, String name) {
        return validateOtpResult.address().flatMap(address -> OptionalText.nonBlank(address, name));
    }
}
