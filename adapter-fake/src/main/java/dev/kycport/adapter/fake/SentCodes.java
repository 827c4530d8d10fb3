package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.MaskedNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The codes that can still be verified. A new one voids the earlier one of the same session; not of the same number, as UIDAI
 * would have it, since all who try the fake share one magic number.
 */
final class SentCodes {

    private final ReferenceCache<MaskedNumber> codes;
    private final Map<SessionId, ProviderReference> latest;

    SentCodes(ReferenceCache<MaskedNumber> codes, int most) {
        this.codes = codes;
        this.latest = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<SessionId, ProviderReference> eldest) {
                return size() > most;
            }
        };
    }

    /** A code in its reference: how many groups of digits the number has that it went to, and the last of them. */
    static ReferenceCache.Form<MaskedNumber> form(Flow flow) {
        return new ReferenceCache.Form<>("code-" + flow.code(), SentCodes::write, SentCodes::read);
    }

    private static String write(MaskedNumber number) {
        return number.groups() + number.lastFour();
    }

    private static MaskedNumber read(String text) {
        return new MaskedNumber(text.substring(1), Integer.parseInt(text.substring(0, 1)));
    }

    synchronized ProviderReference send(SessionId session, MaskedNumber number) {
        Optional.ofNullable(latest.remove(session)).ifPresent(codes::remove);
        ProviderReference reference = codes.register(number);
        latest.put(session, reference);
        return reference;
    }

    /** To which number the code went, if it can still be verified. */
    Optional<MaskedNumber> find(ProviderReference reference) {
        return codes.find(reference);
    }

    /** Whether this was the first to use it. */
    boolean consume(ProviderReference reference) {
        return codes.remove(reference);
    }
}
