package dev.kycport.http.internal.page;

import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.http.internal.crypto.Hashes;
import dev.kycport.http.settings.HttpOptions;
import dev.kycport.ports.store.ExpiringRecordStore;
import dev.kycport.ports.store.ExpiringRecordStore.RecordKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The links to hosted pages. A link holds 256 random bits and is stored as a hash. The first browser that takes a step on it gets
 * the page, under an address that holds no secret, with a secret of its own in a cookie; from then on the link opens nothing for
 * any other browser. A preview of the link by a messenger takes no step, and so takes nothing away.
 */
public final class PageLinks {

    private static final String LINK_KIND = "page-link";
    private static final String PAGE_KIND = "page";
    private static final int TOKEN_BYTES = 32;
    private static final int PAGE_ID_BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern PAGE_ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int MAX_URL_LENGTH = 2048;

    // A session ends within the hour; the person may look at its end, or withdraw, for a day.
    private static final Duration PAGE_LIFETIME = Duration.ofHours(24);

    private final ExpiringRecordStore records;
    private final KycEnvironment environment;
    private final HttpOptions options;

    public PageLinks(ExpiringRecordStore records, KycEnvironment environment, HttpOptions options) {
        this.records = records;
        this.environment = environment;
        this.options = options;
    }

    /**
     * A link to give to the person.
     *
     * @param openUntil until when a browser can take the page
     */
    public record PageLink(String url, Instant openUntil) {

        /** Without the URL, which is a secret. */
        @Override
        public String toString() {
            return "PageLink[openUntil=" + openUntil + "]";
        }
    }

    /** A page and its id, which is no secret. */
    record FoundPage(String id, PageRecord stored) {}

    /** Without a slash at its end. */
    public String publicUrl() {
        return options.publicUrl().toString();
    }

    /** Whether the page may send the person there: to a URL on the list, or nowhere. */
    public boolean allows(Optional<String> returnUrl) {
        return returnUrl.isEmpty() || returnUrl.filter(this::isListed).isPresent();
    }

    /** Makes a link; the return URL was checked before. */
    public PageLink create(
            SessionId session, Optional<String> returnUrl, Optional<String> language, Set<DocumentType> documents) {
        Instant now = environment.now();
        Instant openUntil = now.plus(options.linkLifetime());
        String token = Hashes.urlText(environment.randomness().apply(TOKEN_BYTES));
        String page = Hashes.urlText(environment.randomness().apply(PAGE_ID_BYTES));
        PageRecord stored = new PageRecord(
                session,
                returnUrl,
                language.filter(PageTexts::isKnown).orElse(PageTexts.DEFAULT),
                documents.stream().map(DocumentType::code).sorted().toList(),
                Optional.empty());
        records.putIfAbsent(new RecordKey(PAGE_KIND, page), stored.encode(), now, now.plus(PAGE_LIFETIME));
        records.putIfAbsent(new RecordKey(LINK_KIND, Hashes.sha256(token)), page, now, openUntil);
        return new PageLink(publicUrl() + "/s/" + token, openUntil);
    }

    Optional<FoundPage> findByToken(String token) {
        return TOKEN.matcher(token).matches()
                ? records.find(new RecordKey(LINK_KIND, Hashes.sha256(token)), environment.now())
                        .flatMap(this::findById)
                : Optional.empty();
    }

    Optional<FoundPage> findById(String id) {
        return PAGE_ID.matcher(id).matches()
                ? records.find(new RecordKey(PAGE_KIND, id), environment.now())
                        .map(text -> new FoundPage(id, PageRecord.decode(text)))
                : Optional.empty();
    }

    /** A secret for the cookie of a browser. */
    String newSecret() {
        return Hashes.urlText(environment.randomness().apply(TOKEN_BYTES));
    }

    /**
     * Gives the page to the browser with that secret; false if another browser was faster. Of two clicks at the same moment both
     * have it.
     */
    boolean claim(FoundPage page, String secret) {
        String hash = Hashes.sha256(secret);
        Instant now = environment.now();
        boolean claimed = page.stored().browser().isEmpty()
                && records.replace(
                        new RecordKey(PAGE_KIND, page.id()),
                        page.stored().encode(),
                        page.stored().claimedBy(hash).encode(),
                        now,
                        now.plus(PAGE_LIFETIME));
        return claimed
                || findById(page.id())
                        .flatMap(current -> current.stored().browser())
                        .filter(owner -> Hashes.matches(owner, hash))
                        .isPresent();
    }

    // Scheme, host and port are the same, and the path begins with the listed one at a whole segment.
    private boolean isListed(String text) {
        if (text.length() > MAX_URL_LENGTH || text.indexOf('\\') >= 0) {
            return false;
        }
        try {
            URI url = new URI(text).normalize();
            return url.getUserInfo() == null
                    && url.getFragment() == null
                    && options.returnUrls().stream().anyMatch(listed -> isBelow(listed, url));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isBelow(URI listed, URI url) {
        String prefix = listed.getPath() == null ? "" : listed.getPath();
        String path = url.getPath() == null ? "" : url.getPath();
        boolean samePlace = listed.getScheme().equalsIgnoreCase(String.valueOf(url.getScheme()))
                && listed.getHost().equalsIgnoreCase(String.valueOf(url.getHost()))
                && listed.getPort() == url.getPort();
        return samePlace
                && (Objects.equals(path, prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/"));
    }
}
