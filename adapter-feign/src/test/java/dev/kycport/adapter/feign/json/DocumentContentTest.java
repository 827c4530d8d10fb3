package dev.kycport.adapter.feign.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IssuedDocument;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DocumentContentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.4|PDF",
                "<Certificate/>|XML",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- PAN --><Certificate type=\"PANCR\"><a>b</a></Certificate>|XML",
                "<KycRes code=\"1\"><UidData/></KycRes>|XML",
                "<x:OfflinePaperlessKyc xmlns:x=\"urn:x\"/>|XML",
                "GIF89a;|GIF"
            })
    void a_pdf_an_image_and_known_xml_are_documents(String content, MediaType type) {
        assertThat(document(content)).map(IssuedDocument::mediaType).hasValue(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>",
                "<html/>",
                "<Error><Code>AccessDenied</Code></Error>",
                "<Certificate>",
                "<Certificate/><Certificate/>",
                "<Certificate>&undeclared;</Certificate>",
                "<",
                "%PD",
                "%PDFx",
                "GIF89a",
                "hello"
            })
    void an_error_page_and_broken_content_are_not(String content) {
        assertThat(document(content)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Certificate [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Certificate>&x;</Certificate>",
                "<!DOCTYPE Certificate [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Certificate>&b;</Certificate>"
            })
    void entities_are_never_resolved(String content) {
        assertThat(document(content)).isEmpty();
    }

    private static Optional<IssuedDocument> document(String content) {
        return DocumentContent.toDocument(
                DocumentType.PAN, "issuer", Bytes.of(content.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
