package dev.kycport.domain.consent;

import static java.util.Objects.requireNonNull;

import dev.kycport.domain.ProviderId;
import java.util.Set;

/**
 * What the person is asked to agree to.
 *
 * @param notice the notice that they read
 * @param purpose what the identity is used for
 * @param dataItems what will be fetched, in plain words such as {@code name} or {@code photograph}; at least one
 * @param recipients the providers named as recipients, at least one: no other provider may be called under this consent
 * @param subject the person who is asked
 */
public record ConsentTerms(
        ConsentNotice notice, Purpose purpose, Set<String> dataItems, Set<ProviderId> recipients, SubjectRef subject) {

    public ConsentTerms {
        requireNonNull(notice, "notice");
        requireNonNull(purpose, "purpose");
        requireNonNull(subject, "subject");
        dataItems = Set.copyOf(dataItems);
        recipients = Set.copyOf(recipients);
        if (dataItems.isEmpty() || recipients.isEmpty()) {
            throw new IllegalArgumentException("a consent itemises its data and names its recipients");
        }
    }
}
