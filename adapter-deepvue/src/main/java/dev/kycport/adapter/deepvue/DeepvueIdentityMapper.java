package dev.kycport.adapter.deepvue;

import static java.util.Map.entry;

import dev.kycport.adapter.deepvue.DeepvueReplies.AccessTokenData;
import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaarData;
import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaarIdentity;
import dev.kycport.adapter.deepvue.DeepvueReplies.VerifyOtpData;
import dev.kycport.adapter.feign.json.BirthDateForm;
import dev.kycport.adapter.feign.json.IdentityDraft;
import dev.kycport.adapter.feign.json.IdentityFieldParsers;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.DocumentHolder;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Maps Deepvue's replies to identities, without the fields that must not be kept. */
final class DeepvueIdentityMapper {

    private DeepvueIdentityMapper() {}

    private static final Map<Part, String> VERIFY_OTP_ADDRESS = Map.ofEntries(
            entry(Part.CARE_OF, "careOf"),
            entry(Part.HOUSE, "house"),
            entry(Part.STREET, "street"),
            entry(Part.LANDMARK, "landmark"),
            entry(Part.LOCALITY, "locality"),
            entry(Part.VTC, "vtc"),
            entry(Part.SUB_DISTRICT, "subDistrict"),
            entry(Part.DISTRICT, "district"),
            entry(Part.POST_OFFICE, "postOffice"),
            entry(Part.STATE, "state"),
            entry(Part.PIN, "pin"),
            entry(Part.COUNTRY, "country"));

    private static final Map<Part, String> EAADHAAR_ADDRESS = Map.ofEntries(
            entry(Part.CARE_OF, "care_of"),
            entry(Part.HOUSE, "house"),
            entry(Part.STREET, "street"),
            entry(Part.LOCALITY, "locality"),
            entry(Part.VTC, "vtc"),
            entry(Part.DISTRICT, "district"),
            entry(Part.STATE, "state"),
            entry(Part.PIN, "pincode"),
            entry(Part.COUNTRY, "country"));

    /** Maps verify-otp, V1 and V2. */
    static Either<UnintelligibleReason, IdentityDraft> toDraft(VerifyOtpData data, Instant now) {
        return IdentityDraft.parse(
                        data.name(),
                        data.dateOfBirth(),
                        data.gender(),
                        text -> BirthDateForm.DAY_FIRST.parse(text, now))
                .map(draft -> draft.withAddress(IdentityFieldParsers.parseAddress(data.address(), VERIFY_OTP_ADDRESS))
                        .withPhoto(data.photo())
                        .withNumber(data.maskedNumber()));
    }

    /** Maps eaadhaar. */
    static Either<UnintelligibleReason, IdentityDraft> toDraft(EAadhaarData aadhaar, Instant now) {
        Optional<EAadhaarIdentity> identity = aadhaar.proofOfIdentity();
        return IdentityDraft.parse(
                        identity.flatMap(EAadhaarIdentity::name),
                        identity.flatMap(EAadhaarIdentity::dob),
                        identity.flatMap(EAadhaarIdentity::gender),
                        text -> BirthDateForm.DAY_FIRST.parse(text, now))
                .map(draft -> draft.withAddress(
                                IdentityFieldParsers.parseAddress(aadhaar.proofOfAddress(), EAADHAAR_ADDRESS))
                        .withPhoto(aadhaar.photo())
                        .withNumber(aadhaar.maskedUid()));
    }

    /** Maps access-token. The holder is needed only without an Aadhaar, so missing or malformed fields are no failure. */
    static Optional<DocumentHolder> toHolder(AccessTokenData data, Instant now) {
        return IdentityDraft.parse(
                        data.name().value(),
                        data.dob().value(),
                        data.gender().value(),
                        text -> BirthDateForm.DAY_FIRST_COMPACT.parse(text, now))
                .toJavaOptional()
                .map(IdentityDraft::holder)
                .map(holder -> data.isAadhaarUnavailable() ? holder.withoutAadhaar() : holder);
    }
}
