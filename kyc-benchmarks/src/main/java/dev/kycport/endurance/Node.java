package dev.kycport.endurance;

import dev.kycport.app.wiring.KycPort;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The process that is killed: an installation with people in it, who tell on the standard output what they ask and what they
 * are told. Its argument is the file of its {@link Errand}.
 */
public final class Node {

    private Node() {}

    /** Lives until it is killed, or until everyone is led to an end if that is its errand. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        // Libraries that talk must not talk in between.
        System.setOut(System.err);
        dieWithParent();
        Errand errand = Errand.read(Path.of(args[0]));
        ShiftedClock clock = new ShiftedClock(errand.ahead());
        Spoken spoken = new Spoken(out);
        Installation installation = Installation.written(Files.readString(errand.configuration()));
        try (KycPort port = installation.start(clock)) {
            spoken.say(Spoken.READY);
            Settling.start(port.service());
            Requests requests = new Requests(port.service());
            if (errand.last()) {
                LastLife.lead(waiting(errand, requests, spoken), clock);
            } else {
                new Traffic(people(errand, requests, spoken))
                        .start(errand.threads(), errand.seed())
                        .join(Long.MAX_VALUE);
            }
            spoken.say(Spoken.DONE);
        }
        System.exit(0);
    }

    private static List<Person> waiting(Errand errand, Requests requests, Witness witness) {
        return errand.waiting().stream()
                .map(one -> resumed(one, requests, witness))
                .toList();
    }

    // Those who were left behind come first, then new ones without end.
    private static Supplier<Optional<Person>> people(Errand errand, Requests requests, Witness witness) {
        Queue<Errand.Waiting> left = new ConcurrentLinkedQueue<>(errand.waiting());
        AtomicInteger next = new AtomicInteger(errand.firstNumber());
        return () -> Optional.ofNullable(left.poll())
                .map(one -> resumed(one, requests, witness))
                .or(() -> Optional.of(new Person(new Subject(next.getAndIncrement()), requests, witness)));
    }

    private static Person resumed(Errand.Waiting one, Requests requests, Witness witness) {
        Person person = new Person(one.subject(), requests, witness);
        person.resume(one.session());
        return person;
    }

    private static void dieWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nobody says anything; the end of it says that the parent is gone.
                        }
                    } catch (IOException gone) {
                        // Likewise.
                    }
                    Runtime.getRuntime().halt(1);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
