package dev.kycport.adapter.deepvue;

import static java.util.Map.entry;

import dev.kycport.adapter.deepvue.DeepvueReplies.AccessTokenData;
import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaarAddress;
import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaarData;
import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaarIdentity;
import dev.kycport.adapter.deepvue.DeepvueReplies.VerifyOtpData;
import dev.kycport.adapter.feign.json.IdentityDraft;
import dev.kycport.adapter.feign.json.IdentityFieldParsers;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Maps Deepvue's replies to identities, without the fields that must not be kept. */
final class DeepvueIdentityMapper {

    private DeepvueIdentityMapper() {}

    /** Maps verify-otp, V1 and V2. */
    static Either<UnintelligibleReason, VerifiedIdentity> toIdentity(VerifyOtpData verifyOtpData, Assurance assurance) {
        return IdentityDraft.parse(verifyOtpData.name(), verifyOtpData.dateOfBirth(), verifyOtpData.gender())
                .map(identityDraft -> identityDraft.toIdentity(
                        verifyOtpData.address().map(DeepvueIdentityMapper::toAddress),
                        verifyOtpData.photo(),
                        verifyOtpData.maskedNumber(),
                        List.of(),
                        assurance));
    }

    /** Maps eaadhaar. */
    static Either<UnintelligibleReason, VerifiedIdentity> toIdentity(
            EAadhaarData aadhaar, List<IssuedDocument> documents, Assurance assurance) {
        Optional<EAadhaarIdentity> identity = aadhaar.proofOfIdentity();
        return IdentityDraft.parse(
                        identity.flatMap(EAadhaarIdentity::name),
                        identity.flatMap(EAadhaarIdentity::dob),
                        identity.flatMap(EAadhaarIdentity::gender))
                .map(identityDraft -> identityDraft.toIdentity(
                        aadhaar.proofOfAddress().map(DeepvueIdentityMapper::toAddress),
                        aadhaar.photo(),
                        aadhaar.maskedUid(),
                        documents,
                        assurance));
    }

    /**
     * Maps access-token. The holder is needed only without an Aadhaar, so missing or malformed fields are no failure.
     */
    static Optional<DocumentHolder> toHolder(AccessTokenData accessTokenData) {
        return IdentityDraft.parse(accessTokenData.name(), accessTokenData.dob(), accessTokenData.gender())
                .toJavaOptional()
                .map(IdentityDraft::holder)
                .map(documentHolder ->
                        accessTokenData.isAadhaarUnavailable() ? documentHolder.withoutAadhaar() : documentHolder);
    }

    /** The identity of the holder that access-token named, without documents. */
    static VerifiedIdentity toIdentity(DocumentHolder documentHolder, Assurance assurance) {
        return new IdentityDraft(documentHolder)
                .toIdentity(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), assurance);
    }

    /** A copy with more documents. */
    static VerifiedIdentity withDocuments(VerifiedIdentity person, List<IssuedDocument> documents) {
        return new VerifiedIdentity(
                person.name(),
                person.birthDate(),
                person.gender(),
                person.address(),
                person.photo(),
                person.number(),
                Stream.concat(person.documents().stream(), documents.stream()).toList(),
                person.assurance());
    }

    private static Address toAddress(DeepvueReplies.VerifyOtpAddress verifyOtpAddress) {
        return IdentityFieldParsers.toAddress(Stream.of(
                entry(Part.CARE_OF, verifyOtpAddress.careOf()),
                entry(Part.HOUSE, verifyOtpAddress.house()),
                entry(Part.STREET, verifyOtpAddress.street()),
                entry(Part.LANDMARK, verifyOtpAddress.landmark()),
                entry(Part.LOCALITY, verifyOtpAddress.locality()),
                entry(Part.VTC, verifyOtpAddress.vtc()),
                entry(Part.SUB_DISTRICT, verifyOtpAddress.subDistrict()),
                entry(Part.DISTRICT, verifyOtpAddress.district()),
                entry(Part.POST_OFFICE, verifyOtpAddress.postOffice()),
                entry(Part.STATE, verifyOtpAddress.state()),
                entry(Part.PIN, verifyOtpAddress.pin()),
                entry(Part.COUNTRY, verifyOtpAddress.country())));
    }

    private static Address toAddress(EAadhaarAddress address) {
        return IdentityFieldParsers.toAddress(Stream.of(
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
