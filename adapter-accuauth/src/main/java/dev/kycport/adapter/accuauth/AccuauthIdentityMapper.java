package dev.kycport.adapter.accuauth;

import static java.util.Map.entry;

import dev.kycport.adapter.accuauth.AccuauthReplies.ValidateOtpResult;
import dev.kycport.adapter.feign.json.BirthDateForm;
import dev.kycport.adapter.feign.json.IdentityDraft;
import dev.kycport.adapter.feign.json.IdentityFieldParsers;
import dev.kycport.adapter.feign.json.OptionalPart;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Address.Part;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Maps AccuAuth's reply to an identity, without the fields that must not be kept. */
final class AccuauthIdentityMapper {

    /** The field of each part in the address object. */
    private static final Map<Part, String> ADDRESS_FIELDS = Map.ofEntries(
            entry(Part.CARE_OF, "care_of"),
            entry(Part.HOUSE, "house"),
            entry(Part.STREET, "street"),
            entry(Part.LANDMARK, "landmark"),
            entry(Part.LOCALITY, "loc"),
            entry(Part.VTC, "vtc"),
            entry(Part.SUB_DISTRICT, "subdist"),
            entry(Part.DISTRICT, "dist"),
            entry(Part.POST_OFFICE, "po"),
            entry(Part.STATE, "state"),
            entry(Part.COUNTRY, "country"));

    private AccuauthIdentityMapper() {}

    static Either<UnintelligibleReason, IdentityDraft> toDraft(ValidateOtpResult result, Instant now) {
        return IdentityDraft.parse(
                        result.fullName(),
                        result.dob(),
                        result.gender(),
                        text -> BirthDateForm.YEAR_FIRST.parse(text, now))
                .map(draft -> draft.withAddress(address(result))
                        .withPhoto(result.profileImage())
                        .withNumber(result.aadhaarNumber()));
    }

    // Care of and post code stand outside of the address object, and are good without it.
    private static OptionalPart<Address> address(ValidateOtpResult result) {
        OptionalPart<Address> inner = IdentityFieldParsers.parseAddress(result.address(), ADDRESS_FIELDS);
        Map<Part, String> parts = new EnumMap<>(Part.class);
        inner.value().ifPresent(address -> parts.putAll(address.parts()));
        IdentityFieldParsers.addressPart(result.careOf()).ifPresent(text -> parts.put(Part.CARE_OF, text));
        IdentityFieldParsers.addressPart(result.zip()).ifPresent(text -> parts.put(Part.PIN, text));
        return new OptionalPart<>(Optional.of(new Address(parts)), inner.isUnreadable());
    }
}
