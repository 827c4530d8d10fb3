package dev.kycport.endurance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that was asked and acknowledged, by person. */
final class Journal implements Witness {

    private final Map<Subject, Story> stories = new ConcurrentSkipListMap<>();
    private final Set<Subject> fresh = ConcurrentHashMap.newKeySet();
    private final AtomicLong answers = new AtomicLong();
    private final Map<String, AtomicInteger> refusals = new ConcurrentSkipListMap<>();

    @Override
    public void asked(Subject subject, Step step) {
        story(subject).asked(step);
    }

    @Override
    public void landed(Subject subject, Step step, Landing landing) {
        story(subject).landed(step, landing);
        answers.incrementAndGet();
    }

    @Override
    public void refused(Subject subject, Step step, String code) {
        story(subject).refused(step, code);
        refusals.computeIfAbsent(code, any -> new AtomicInteger()).incrementAndGet();
    }

    Collection<Story> stories() {
        return List.copyOf(stories.values());
    }

    private Story story(Subject subject) {
        fresh.add(subject);
        return stories.computeIfAbsent(subject, Story::new);
    }

    /** What is known of them, which may be nothing. */
    Story look(Subject subject) {
        return stories.getOrDefault(subject, new Story(subject));
    }

    /** Everyone with something new since this was last asked. */
    Set<Subject> takeFresh() {
        Set<Subject> taken = Set.copyOf(fresh);
        fresh.removeAll(taken);
        return taken;
    }

    /** How often anybody was told where they are. */
    long answers() {
        return answers.get();
    }

    /** How often which refusal was told. */
    Map<String, AtomicInteger> refusals() {
        return refusals;
    }

    /** Those who are still on their way and whose session has a name. */
    List<Story> unfinished() {
        return stories().stream()
                .filter(story -> story.session().isPresent() && !story.isOver())
                .toList();
    }

    /** A number that no subject has yet. */
    int nextNumber() {
        return stories.isEmpty()
                ? 0
                : stories().stream()
                                .mapToInt(story -> story.subject().number())
                                .max()
                                .getAsInt()
                        + 1;
    }
}
