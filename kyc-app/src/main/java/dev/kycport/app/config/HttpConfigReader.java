package dev.kycport.app.config;

import dev.kycport.domain.Bounds;
import dev.kycport.domain.digilocker.RedirectUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the settings of the API and the pages. */
final class HttpConfigReader {

    private static final int MAX_PORT = 65_535;
    private static final Duration SHORTEST_LINK = Duration.ofMinutes(1);
    private static final Duration LONGEST_LINK = Duration.ofHours(24);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");
    private static final String PUBLIC_URL = "public-url";
    private static final String RETURN_URLS = "return-urls";

    private final Section section;

    HttpConfigReader(Section section) {
        this.section = section;
    }

    KycConfig.HttpPart read() {
        section.allowOnly(List.of("port", "bind", PUBLIC_URL, "keys", RETURN_URLS, "name", "logo", "link-lifetime"));
        KycConfig.HttpPart defaults = KycConfig.HttpPart.DEFAULT;
        return new KycConfig.HttpPart(
                port(defaults.port()),
                bind(defaults.bind()),
                section.text(PUBLIC_URL).flatMap(text -> url(PUBLIC_URL, text)).filter(this::endsWithoutSlash),
                keys(section.section("keys")),
                section.texts(RETURN_URLS).orElse(List.of()).stream()
                        .flatMap(text -> url(RETURN_URLS, text).stream())
                        .toList(),
                name(defaults.name()),
                logo(),
                linkLifetime(defaults.linkLifetime()));
    }

    private int port(int usual) {
        int port = section.read("port", "a whole number from 0 to 65535", ConfigValueParser::count)
                .orElse(usual);
        if (port < 0 || port > MAX_PORT) {
            section.addProblem("port", "must be a whole number from 0 to 65535");
        }
        return port;
    }

    private String bind(String usual) {
        String address = section.text("bind").orElse(usual);
        if (!ADDRESS.matcher(address).matches()) {
            section.addProblem("bind", "must be an address or a host name");
        }
        return address;
    }

    private String name(String usual) {
        String name = section.text("name").orElse(usual);
        if (name.isBlank() || name.length() > 60) {
            section.addProblem("name", "must have 1 to 60 characters");
        }
        return name;
    }

    private Optional<Path> logo() {
        try {
            return section.text("logo").map(Path::of);
        } catch (InvalidPathException malformed) {
            section.addProblem("logo", "is not a path");
            return Optional.empty();
        }
    }

    private Duration linkLifetime(Duration usual) {
        Duration value = section.read("link-lifetime", "a duration such as 15m", ConfigValueParser::duration)
                .orElse(usual);
        try {
            return Bounds.requireWithin(SHORTEST_LINK, LONGEST_LINK, "link-lifetime", value);
        } catch (IllegalArgumentException outside) {
            section.addProblem("link-lifetime", "must be from 1 minute to 24 hours");
            return usual;
        }
    }

    private Optional<URI> url(String key, String text) {
        try {
            Optional<URI> url = RedirectUrl.browsable(new URI(text))
                    .filter(any -> any.getUserInfo() == null && any.getQuery() == null && any.getFragment() == null);
            if (url.isEmpty()) {
                section.addProblem(
                        key, "must be an https URL, or http on a loopback address, without a query or a user in it");
            }
            return url;
        } catch (URISyntaxException malformed) {
            section.addProblem(key, "is not a URL");
            return Optional.empty();
        }
    }

    private boolean endsWithoutSlash(URI url) {
        boolean ok = !url.toString().endsWith("/");
        if (!ok) {
            section.addProblem(PUBLIC_URL, "must not end with a slash");
        }
        return ok;
    }

    private static List<KycConfig.HttpKey> keys(Section keys) {
        keys.keys().stream()
                .filter(name -> !NAME.matcher(name).matches())
                .forEach(name -> keys.addProblem(name, "must be a name of letters, digits, hyphens and underscores"));
        return keys.keys().stream()
                .filter(name -> NAME.matcher(name).matches())
                .sorted()
                .map(name -> key(name, keys.section(name)))
                .toList();
    }

    private static KycConfig.HttpKey key(String name, Section key) {
        key.allowOnly(List.of("scope", "sha256"));
        String scope = key.text("scope").orElse("session");
        if (!Set.of("session", "operator").contains(scope)) {
            key.addProblem("scope", "must be session or operator");
        }
        String hash = key.text("sha256").orElse("");
        if (!HASH.matcher(hash).matches()) {
            key.addProblem("sha256", "must be the SHA-256 of a key, 64 lower-case hexadecimal digits: see kyc api-key");
        }
        return new KycConfig.HttpKey(name, scope, hash);
    }
}
