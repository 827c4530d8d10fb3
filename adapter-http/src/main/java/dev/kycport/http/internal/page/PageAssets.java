package dev.kycport.http.internal.page;

import dev.kycport.domain.Bytes;
import dev.kycport.http.internal.web.HttpProblem;
import dev.kycport.http.internal.web.WebResponse;
import dev.kycport.http.settings.HttpOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The style sheet, the script and the host's logo, read once. */
final class PageAssets {

    private static final String SVG = "image/svg+xml";

    private final Map<String, WebResponse> files;
    private final Optional<WebResponse> logo;

    PageAssets(HttpOptions.Brand brand) {
        this.files = Map.of(
                "page.css", file("page.css", "text/css; charset=utf-8"),
                "page.js", file("page.js", "text/javascript; charset=utf-8"),
                "icon.svg", file("icon.svg", SVG));
        this.logo = brand.logo()
                .map(image -> new WebResponse(200, image.mediaType(), image.content(), Map.of()).cacheable());
    }

    /** The file of that name; 404 if there is none. */
    WebResponse find(String name) {
        return (name.equals("logo") ? logo : Optional.ofNullable(files.get(name)))
                .orElseGet(() -> HttpProblem.notFound().toResponse());
    }

    private static WebResponse file(String name, String mediaType) {
        try (InputStream in = PageAssets.class.getResourceAsStream("/dev/kycport/http/assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " is missing from the module");
            }
            return new WebResponse(200, mediaType, Bytes.of(in.readAllBytes()), Map.of()).cacheable();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
