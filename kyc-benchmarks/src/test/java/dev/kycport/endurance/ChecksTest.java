package dev.kycport.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.app.config.Plugins;
import dev.kycport.app.wiring.InstalledPlugins;
import dev.kycport.app.wiring.KycPort;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChecksTest {

    private static final int PEOPLE = 60;

    @Test
    void find_nothing_wrong_with_honest_stores() throws Exception {
        List<String> violations = violations(LyingStores.HONEST, ChecksTest::isNobodyElse);

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HONEST")
    void find_every_lie_of_a_store(LyingStores stores) throws Exception {
        List<String> violations = violations(stores, ChecksTest::isNobodyElse);

        assertThat(violations).anyMatch(found -> found.contains(stores.betrayedBy()));
    }

    @Test
    void find_two_codes_for_one_person_where_nobody_remembers_the_first() throws Exception {
        List<String> violations = violations(LyingStores.HONEST, anybody -> true);

        assertThat(violations).isNotEmpty().allMatch(found -> found.contains("are one person and had codes sent"));
    }

    private static boolean isNobodyElse(Subject subject) {
        return subject.number() % 10 != 9;
    }

    private static List<String> violations(LyingStores stores, Predicate<Subject> coming) throws Exception {
        try (VendorStub vendor = new VendorStub(new Mood(100, 0, 10, 10), 7, InstantSource.system())) {
            Plugins plugins = new Plugins(InstalledPlugins.find().providers(), List.of(stores));
            Installation installation = new Installation(
                    Installation.of(vendor.url(), "url = memory").hocon(), plugins);
            Journal journal = new Journal();
            try (KycPort port = installation.start(InstantSource.system())) {
                Requests requests = new Requests(port.service());
                Queue<Person> people = IntStream.range(0, PEOPLE)
                        .mapToObj(Subject::new)
                        .filter(coming)
                        .map(subject -> new Person(subject, requests, journal))
                        .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
                Traffic traffic = new Traffic(() -> Optional.ofNullable(people.poll()));
                assertThat(traffic.start(6, 1).join(60_000)).isTrue();
                vendor.settle();
                return new Examiner(journal, vendor.sightings(), Installation.PATIENCE, Installation.POLICIES)
                        .examineAll(port.stores(), Instant.now())
                        .violations();
            }
        }
    }
}
