package dev.kycport.adapter.fake;

import dev.kycport.adapter.fake.internal.image.Portrait;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.Photo;
import dev.kycport.domain.identity.VerifiedIdentity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one person the fake knows. She is invented. */
final class FakePerson {

    static final String NAME = "Asha Test Rao";
    static final BirthDate BIRTH_DATE = BirthDate.ofDate(LocalDate.of(1990, 2, 1));
    static final DocumentHolder HOLDER = new DocumentHolder(NAME, BIRTH_DATE, Gender.FEMALE);
    static final MaskedNumber NUMBER = MaskedNumber.ofAadhaar("7058");
    static final Address ADDRESS = new Address(Map.ofEntries(
            Map.entry(Part.CARE_OF, "D/O Ravi Test Rao"),
            Map.entry(Part.HOUSE, "12/3"),
            Map.entry(Part.STREET, "Specimen Road"),
            Map.entry(Part.LANDMARK, "Opposite Test Park"),
            Map.entry(Part.LOCALITY, "Ashok Nagar"),
            Map.entry(Part.VTC, "Bengaluru"),
            Map.entry(Part.SUB_DISTRICT, "Bengaluru North"),
            Map.entry(Part.DISTRICT, "Bengaluru Urban"),
            Map.entry(Part.POST_OFFICE, "Bengaluru G.P.O."),
            Map.entry(Part.STATE, "Karnataka"),
            Map.entry(Part.PIN, "560001"),
            Map.entry(Part.COUNTRY, "India")));

    private FakePerson() {}

    /** As a right code makes her known: no documents, and the number that was used. */
    static VerifiedIdentity verifiedByCode(MaskedNumber number, Assurance assurance) {
        return new VerifiedIdentity(
                NAME,
                BIRTH_DATE,
                Gender.FEMALE,
                ADDRESS,
                Optional.of(photo()),
                Optional.of(number),
                List.of(),
                assurance);
    }

    /** As her documents make her known: address, portrait and number are in her Aadhaar alone. */
    static VerifiedIdentity verifiedByDocuments(
            DocumentHolder documentHolder, Set<DocumentType> shared, Assurance assurance) {
        boolean aadhaar = shared.contains(DocumentType.AADHAAR);
        List<IssuedDocument> documents =
                shared.stream().sorted().map(SpecimenDocuments::of).toList();
        return new VerifiedIdentity(
                documentHolder.name(),
                documentHolder.birthDate(),
                documentHolder.gender(),
                aadhaar ? ADDRESS : Address.UNKNOWN,
                aadhaar ? Optional.of(photo()) : Optional.empty(),
                aadhaar ? Optional.of(NUMBER) : Optional.empty(),
                documents,
                assurance);
    }

    private static Photo photo() {
        return new Photo(Portrait.png(), MediaType.PNG);
    }
}
