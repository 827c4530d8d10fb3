package dev.kycport.adapter.fake.internal.image;

import dev.kycport.domain.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A PDF of one card-sized page in a font that every viewer brings along (ISO 32000-1, sections 7.5 and 9.6.2.2), marked as a
 * specimen across the page. ASCII only, so an offset in characters is one in bytes.
 */
public final class SpecimenPdf {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 260;

    private SpecimenPdf() {}

    public static Bytes page(String issuer, String title, List<String> facts, List<String> person) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : objects(content(issuer, title, facts, person))) {
            offsets.add(pdf.length());
            pdf.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        return Bytes.of(pdf.append(trailer(offsets, pdf.length())).toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> objects(String content) {
        return List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + WIDTH + " " + HEIGHT + "] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
                "<< /Length " + content.length() + " >>\nstream\n" + content + "endstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
    }

    private static String content(String issuer, String title, List<String> facts, List<String> person) {
        StringBuilder page = new StringBuilder("0.96 0.97 0.99 rg 0 0 " + WIDTH + " " + HEIGHT + " re f\n")
                .append("0.87 0.89 0.93 rg BT /F2 58 Tf 0.93 0.37 -0.37 0.93 66 48 Tm (SPECIMEN) Tj ET\n")
                .append("0.16 0.25 0.42 rg 0 212 " + WIDTH + " 48 re f\n")
                .append("1 1 1 rg ")
                .append(text("F2", 15, 236, issuer))
                .append(text("F1", 11, 220, title))
                .append("0.1 0.1 0.12 rg ");
        int y = 184;
        for (List<String> block : List.of(person, facts)) {
            for (String line : block) {
                page.append(text("F1", 12, y, line));
                y -= 22;
            }
        }
        return page.append("0.7 0.1 0.1 rg ")
                .append(text("F2", 10, 18, "SPECIMEN - an invented person, of no value as a proof"))
                .toString();
    }

    private static String text(String font, int size, int y, String line) {
        String escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
        return "BT /" + font + " " + size + " Tf 24 " + y + " Td (" + escaped + ") Tj ET\n";
    }

    private static String trailer(List<Integer> offsets, int start) {
        StringBuilder trailer = new StringBuilder("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> trailer.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        return trailer.append("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\n")
                .append("startxref\n" + start + "\n%%EOF\n")
                .toString();
    }
}
