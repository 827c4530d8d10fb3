package dev.kycport.endurance;

import dev.kycport.app.wiring.KycPort;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Takes PostgreSQL away from a running installation and gives it back. While it is away every step must say so in good time;
 * once it is back everything goes on, without a restart and without a loss. Arguments: {@code cut} (connections are refused),
 * {@code silent} (nothing answers) or {@code crash} (PostgreSQL is killed), for how many seconds (10). Exit status 1 if anything
 * was found.
 */
public final class Outage {

    private static final int THREADS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration BEFORE = Duration.ofSeconds(4);
    private static final Duration AFTER = Duration.ofSeconds(8);

    // One wait for a connection and one for an answer, and a busy machine.
    private static final Duration LONGEST = TIMEOUT.multipliedBy(2).plusSeconds(1);

    private final Journal journal = new Journal();
    private final Stopwatch stopwatch = new Stopwatch(journal);
    private final ShiftedClock clock;
    private final List<String> violations = new ArrayList<>();
    private final Interruption interruption;
    private final VendorStub vendor;
    private final Installation installation;

    Outage(Interruption interruption, VendorStub vendor, ShiftedClock clock, Path folder) {
        this.clock = clock;
        this.interruption = interruption;
        this.vendor = vendor;
        this.installation = Installation.of(
                vendor.url(),
                TestDatabase.sealed(TestDatabase.jdbcUrl(interruption.port()), folder) + ", timeout = "
                        + TIMEOUT.toSeconds() + "s");
    }

    /** Runs. */
    public static void main(String[] args) throws Exception {
        String kind = args.length > 0 ? args[0] : "cut";
        Duration away = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 10);
        Path folder = Files.createTempDirectory("outage-");
        ShiftedClock clock = new ShiftedClock(Duration.ZERO);
        List<String> found;
        try (Interruption interruption = Interruption.of(kind, folder);
                VendorStub vendor = new VendorStub(Mood.GOOD, 1, clock)) {
            System.out.printf("PostgreSQL is away for %d s: %s%n", away.toSeconds(), kind);
            found = new Outage(interruption, vendor, clock, folder).run(away, System.out);
        }
        System.exit(found.isEmpty() ? 0 : 1);
    }

    List<String> run(Duration away, PrintStream out) throws Exception {
        try (KycPort port = installation.start(clock)) {
            Requests requests = new Requests(port.service());
            AtomicInteger next = new AtomicInteger();
            Traffic traffic = new Traffic(
                            () -> Optional.of(new Person(new Subject(next.getAndIncrement()), requests, stopwatch)))
                    .start(THREADS, 1);
            Thread.sleep(BEFORE.toMillis());
            interruption.begin();
            Instant gone = Instant.now();
            Thread.sleep(away.toMillis());
            Instant back = Instant.now();
            interruption.end();
            Thread.sleep(AFTER.toMillis());
            traffic.stop();
            violation(traffic.join(LONGEST.toMillis()), "a thread is stuck");
            during(gone, back, out);
            recovery(back, out);
            finish(port, requests, out);
        }
        return violations;
    }

    private void during(Instant gone, Instant back, PrintStream out) {
        List<Stopwatch.Lap> steps = stopwatch.laps().stream()
                .filter(lap -> lap.began().isAfter(gone) && lap.began().isBefore(back))
                .toList();
        Map<String, Long> answers = steps.stream()
                .filter(lap -> lap.ended().isBefore(back))
                .collect(Collectors.groupingBy(Stopwatch.Lap::answer, TreeMap::new, Collectors.counting()));
        Duration longest = steps.stream()
                .map(Stopwatch.Lap::took)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        out.printf("while the database was away: %s, the longest step took %d ms%n", answers, longest.toMillis());
        violation(!answers.isEmpty(), "no step was answered while the database was away");
        violation(
                answers.keySet().stream().allMatch(answer -> answer.startsWith(Person.STORE)),
                "a step did not say that the store is out of order");
        violation(longest.compareTo(LONGEST) < 0, "a step took " + longest);
    }

    private void recovery(Instant back, PrintStream out) {
        Optional<Duration> first = stopwatch.laps().stream()
                .filter(lap -> lap.began().isAfter(back) && lap.answer().equals(Stopwatch.Lap.LANDED))
                .map(lap -> Duration.between(back, lap.ended()))
                .min(Comparator.naturalOrder());
        Optional<Duration> last = stopwatch.laps().stream()
                .filter(lap -> lap.ended().isAfter(back) && lap.answer().startsWith(Person.STORE))
                .map(lap -> Duration.between(back, lap.ended()))
                .max(Comparator.naturalOrder());
        out.printf(
                "once it was back: the first step went through after %s ms, the last failed after %s ms%n",
                first.map(Duration::toMillis).map(Object::toString).orElse("no"),
                last.map(Duration::toMillis).map(Object::toString).orElse("no"));
        violation(first.isPresent(), "nothing went through any more");
    }

    private void finish(KycPort port, Requests requests, PrintStream out) throws InterruptedException {
        clock.advance(Duration.ofSeconds(46));
        List<Person> left = journal.unfinished().stream()
                .map(story -> resumed(story, requests))
                .toList();
        LastLife.lead(left, clock);
        vendor.settle();
        journal.unfinished().forEach(story -> violations.add(story.subject() + " is stuck at " + story.furthest()));
        Examiner.Findings found = new Examiner(
                        journal, vendor.sightings(), Installation.PATIENCE, Installation.POLICIES)
                .examineAll(port.stores(), clock.instant());
        violations.addAll(found.violations());
        Tally.print(out, found.everyone(), journal, violations);
    }

    private Person resumed(Story story, Requests requests) {
        Person person = new Person(story.subject(), requests, journal);
        story.session().ifPresent(person::resume);
        return person;
    }

    private void violation(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
