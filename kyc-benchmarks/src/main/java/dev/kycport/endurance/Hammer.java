package dev.kycport.endurance;

import dev.kycport.app.wiring.KycPort;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Two nodes on one database, and the same few sessions stepped from both by many threads at once. Between two bouts the clock
 * moves on, so that codes can be sent again. Arguments of the program: {@code sqlite} or {@code postgres}, bouts (20), a
 * seed (1). Exit status 1 if anything was found.
 */
public final class Hammer {

    private static final int NEW_EACH_BOUT = 9;
    private static final int THREADS = 8;
    private static final int STEPS = 20;
    private static final Duration GAP = Duration.ofSeconds(46);

    // Cancelling is rare, or little would be left to hammer.
    private static final List<Step> BLOWS = List.of(
            Step.SUBMIT_WRONG,
            Step.SUBMIT_WRONG,
            Step.RESEND,
            Step.RESEND,
            Step.RELOAD,
            Step.RELOAD,
            Step.ANSWER_RIGHT,
            Step.ANSWER_WRONG,
            Step.COME_BACK,
            Step.COME_BACK_FOREIGN,
            Step.COLLECT,
            Step.LOOK,
            Step.START);

    private final Journal journal = new Journal();
    private final ShiftedClock clock;
    private final Installation installation;
    private final VendorStub vendor;
    private final Random random;

    Hammer(Installation installation, VendorStub vendor, ShiftedClock clock, long seed) {
        this.clock = clock;
        this.installation = installation;
        this.vendor = vendor;
        this.random = new Random(seed);
    }

    /** Runs. */
    public static void main(String[] args) throws Exception {
        String kind = args.length > 0 ? args[0] : "postgres";
        int bouts = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        ShiftedClock clock = new ShiftedClock(Duration.ZERO);
        Result result;
        try (TestDatabase database = TestDatabase.of(kind, Files.createTempDirectory("hammer-"));
                VendorStub vendor = new VendorStub(Mood.GOOD, seed, clock)) {
            result = new Hammer(Installation.of(vendor.url(), database.store()), vendor, clock, seed).run(bouts);
        }
        result.print(System.out, kind, bouts);
        System.exit(result.violations().isEmpty() ? 0 : 1);
    }

    Result run(int bouts) throws InterruptedException {
        try (KycPort one = installation.start(clock);
                KycPort other = installation.start(clock)) {
            Requests first = new Requests(one.service());
            Requests second = new Requests(other.service());
            List<Person> people = new ArrayList<>();
            for (int bout = 0; bout < bouts; bout++) {
                welcome(people, first, second);
                hammer(people);
                clock.advance(GAP);
            }
            vendor.settle();
            Examiner.Findings found = new Examiner(
                            journal, vendor.sightings(), Installation.PATIENCE, Installation.POLICIES)
                    .examineAll(one.stores(), clock.instant());
            return new Result(found.everyone(), violations(found), journal);
        }
    }

    // The same subject once on each node.
    private void welcome(List<Person> people, Requests first, Requests second) {
        for (int i = 0; i < NEW_EACH_BOUT; i++) {
            Person here = new Person(new Subject(journal.nextNumber()), first, journal);
            here.open();
            here.take(Step.AGREE);
            here.take(Step.START);
            Person there = new Person(here.subject(), second, journal);
            here.session().ifPresent(session -> there.resume(session.id()));
            people.add(here);
            people.add(there);
        }
        people.removeIf(person ->
                person.session().map(Landing::of).filter(Landing::isOver).isPresent());
    }

    private void hammer(List<Person> people) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(THREADS * STEPS);
        List<Thread> hands = Stream.generate(random::nextLong)
                .limit(THREADS)
                .map(seed -> new Thread(() -> strike(people, left, new Random(seed)), "hammer"))
                .toList();
        hands.forEach(Thread::start);
        for (Thread hand : hands) {
            hand.join(TimeUnit.MINUTES.toMillis(2));
        }
    }

    private static void strike(List<Person> people, AtomicInteger left, Random random) {
        while (left.getAndDecrement() > 0) {
            Person person = people.get(random.nextInt(people.size()));
            int rare = random.nextInt(100);
            Step step = rare < 2 ? Step.CANCEL : rare < 4 ? Step.SUBMIT_RIGHT : BLOWS.get(random.nextInt(BLOWS.size()));
            if (!person.take(step)) {
                person.take(Step.LOOK);
            }
        }
    }

    private static List<String> violations(Examiner.Findings found) {
        Check exact = new CountsAreExact();
        return Stream.concat(
                        found.violations().stream(),
                        found.everyone().stream()
                                .flatMap(one -> exact.violations(one)
                                        .map(violation -> one.story().subject() + " " + violation)))
                .toList();
    }

    /** What came of it. */
    record Result(List<Evidence> everyone, List<String> violations, Journal journal) {

        /** How often one node was told that the other was quicker. */
        int busy() {
            return journal.refusals()
                    .getOrDefault("session.busy", new AtomicInteger())
                    .get();
        }

        private void print(PrintStream out, String kind, int bouts) {
            out.printf("two nodes on %s, %d bouts%n", kind, bouts);
            Tally.print(out, everyone, journal, violations);
        }
    }
}
