package dev.kycport.endurance;

import dev.kycport.domain.SessionId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What one person asked for and what they were told, over all lives of the process. Safe for use by many threads. */
final class Story {

    private final Subject subject;
    private final Map<Step, Integer> asked = new EnumMap<>(Step.class);
    private final List<Landing> landings = new ArrayList<>();
    private final List<String> bugs = new ArrayList<>();
    private boolean withdrawn;

    Story(Subject subject) {
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }

    synchronized void asked(Step step) {
        asked.merge(step, 1, Integer::sum);
    }

    synchronized void landed(Step step, Landing landing) {
        landings.add(landing);
        withdrawn |= step == Step.WITHDRAW;
    }

    synchronized void refused(Step step, String code) {
        if (code.startsWith(Person.BUG)) {
            bugs.add(step + " broke with " + code);
        }
    }

    /** How many requests of that kind were made. */
    synchronized int requests(Predicate<Step> kind) {
        return asked.entrySet().stream()
                .filter(entry -> kind.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    synchronized List<Landing> landings() {
        return List.copyOf(landings);
    }

    synchronized List<String> bugs() {
        return List.copyOf(bugs);
    }

    /** Whether this person was told that their consent is taken back. */
    synchronized boolean isWithdrawn() {
        return withdrawn;
    }

    /** The session, if anybody was ever told its name. */
    synchronized Optional<SessionId> session() {
        return landings.stream().map(Landing::session).findFirst();
    }

    /** The furthest they were told to have come. */
    synchronized Optional<Landing> furthest() {
        return landings.stream().max((a, b) -> Long.compare(a.revision(), b.revision()));
    }

    boolean isOver() {
        return furthest().filter(Landing::isOver).isPresent();
    }
}
