package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.MediaType;
import dev.kycport.domain.identity.DocumentType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpecimenDocumentsTest {

    @ParameterizedTest
    @EnumSource
    void each_document_is_of_its_type_and_says_that_it_is_a_specimen(DocumentType type) {
        var document = SpecimenDocuments.of(type);

        assertThat(document.type()).isEqualTo(type);
        assertThat(document.issuer()).isNotBlank();
        assertThat(MediaType.of(document.content())).contains(document.mediaType());
        assertThat(text(type)).containsIgnoringCase("specimen").contains("Asha Test Rao");
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            names = {"AADHAAR", "PAN"})
    void no_run_of_digits_could_be_a_whole_number(DocumentType type) {
        String without = text(type).replaceAll("(?s)xref.*", "");

        assertThat(Pattern.compile("\\d{12}").matcher(without).find()).isFalse();
    }

    @Test
    void the_aadhaar_is_well_formed_and_masked() throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        SpecimenDocuments.of(DocumentType.AADHAAR).content().toArray()))
                .getDocumentElement();
        Element data = (Element) root.getElementsByTagName("UidData").item(0);
        Element address = (Element) root.getElementsByTagName("Poa").item(0);

        assertThat(data.getAttribute("uid")).isEqualTo("XXXXXXXX7058");
        assertThat(address.getAttribute("pc")).isEqualTo("560001");
    }

    @Test
    void the_pan_holds_an_invented_number() {
        assertThat(text(DocumentType.PAN)).contains("(PAN: ABCPT1234F)");
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            names = {"PAN", "DRIVING_LICENCE"})
    void every_object_of_a_pdf_lies_where_its_table_says(DocumentType type) {
        String pdf = text(type);
        int table = Integer.parseInt(first(pdf, "startxref\\n(\\d+)"));
        var offsets = Pattern.compile("(\\d{10}) 00000 n")
                .matcher(pdf)
                .results()
                .map(MatchResult::group)
                .map(entry -> Integer.parseInt(entry.substring(0, 10)))
                .toList();

        assertThat(pdf.substring(table)).startsWith("xref\n0 7\n");
        assertThat(offsets).hasSize(6);
        for (int i = 0; i < offsets.size(); i++) {
            assertThat(pdf.substring(offsets.get(i))).startsWith(i + 1 + " 0 obj\n");
        }
    }

    @Test
    void the_page_of_a_pdf_is_as_long_as_it_says() {
        String pdf = text(DocumentType.PAN);
        int from = pdf.indexOf("stream\n") + "stream\n".length();

        assertThat(first(pdf, "/Length (\\d+)")).isEqualTo(String.valueOf(pdf.indexOf("endstream") - from));
    }

    private static String first(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String text(DocumentType type) {
        return new String(SpecimenDocuments.of(type).content().toArray(), StandardCharsets.UTF_8);
    }
}
