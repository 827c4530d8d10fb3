package dev.kycport.adapter.fake;

import dev.kycport.adapter.fake.internal.image.SpecimenPdf;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IssuedDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asha's documents, made once; each says of itself that it is a specimen, and none holds a whole Aadhaar number. */
final class SpecimenDocuments {

    private static final IssuedDocument AADHAAR = new IssuedDocument(
            DocumentType.AADHAAR,
            "Unique Identification Authority of India",
            Bytes.of(aadhaar().getBytes(StandardCharsets.UTF_8)),
            MediaType.XML);
    private static final IssuedDocument PAN =
            pdf(DocumentType.PAN, "Income Tax Department", "Permanent Account Number Card", "PAN: ABCPT1234F");
    private static final IssuedDocument LICENCE = pdf(
            DocumentType.DRIVING_LICENCE,
            "Transport Department, Government of Karnataka",
            "Driving Licence",
            "Licence number: KA00 19900000000",
            "Vehicles: LMV, MCWG",
            "Address: 12/3 Specimen Road, Bengaluru 560001");

    private SpecimenDocuments() {}

    static IssuedDocument of(DocumentType type) {
        return switch (type) {
            case AADHAAR -> AADHAAR;
            case PAN -> PAN;
            case DRIVING_LICENCE -> LICENCE;
        };
    }

    private static IssuedDocument pdf(DocumentType type, String issuer, String title, String... facts) {
        List<String> person = List.of("Name: " + FakePerson.NAME, "Date of birth: " + FakePerson.BIRTH_DATE.iso());
        Bytes content = SpecimenPdf.page(issuer, title, List.of(facts), person);
        return new IssuedDocument(type, issuer, content, MediaType.PDF);
    }

    private static String aadhaar() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <KycRes specimen="true">
                  <UidData uid="%s">
                    <Poi name="%s" dob="%s" gender="F"/>
                    <Poa careof="%s" house="%s" street="%s" lm="%s" loc="%s" vtc="%s" subdist="%s" dist="%s" po="%s" \
                state="%s" pc="%s" country="%s"/>
                  </UidData>
                </KycRes>
                """.formatted(
                        FakePerson.NUMBER.toString().replace(" ", ""),
                        FakePerson.NAME,
                        FakePerson.BIRTH_DATE.iso(),
                        FakePerson.ADDRESS.part(Part.CARE_OF),
                        FakePerson.ADDRESS.part(Part.HOUSE),
                        FakePerson.ADDRESS.part(Part.STREET),
                        FakePerson.ADDRESS.part(Part.LANDMARK),
                        FakePerson.ADDRESS.part(Part.LOCALITY),
                        FakePerson.ADDRESS.part(Part.VTC),
                        FakePerson.ADDRESS.part(Part.SUB_DISTRICT),
                        FakePerson.ADDRESS.part(Part.DISTRICT),
                        FakePerson.ADDRESS.part(Part.POST_OFFICE),
                        FakePerson.ADDRESS.part(Part.STATE),
                        FakePerson.ADDRESS.part(Part.PIN),
                        FakePerson.ADDRESS.part(Part.COUNTRY));
    }
}
