package dev.kycport.benchmarks.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a database answers a query. */
record Plan(String query, String how) {

    /** What stands in place of a plan where the statement is one of the other database. */
    static final String FOREIGN = "not asked";

    private static final Set<String> GROWING = Set.of("kyc_session", "kyc_audit", "kyc_consent_event");
    private static final Pattern ON_POSTGRES = Pattern.compile("Seq Scan on (\\w+)");
    // Along an index or not: what finds its rows by one is called a search.
    private static final Pattern ON_SQLITE = Pattern.compile("(?m)^SCAN (\\w+)");
    private static final Pattern ALIAS = Pattern.compile("(kyc_\\w+) ([a-z])\\b");

    /** Whether it reads a table that grows from its first row to its last. */
    boolean readsAll() {
        Map<String, String> names = new HashMap<>();
        ALIAS.matcher(query).results().forEach(found -> names.put(found.group(2), found.group(1)));
        return scans(ON_POSTGRES.matcher(how), names) || scans(ON_SQLITE.matcher(how), names);
    }

    /** The same for people. */
    String inAWord() {
        if (how.startsWith(FOREIGN)) {
            return FOREIGN;
        }
        return readsAll() ? "READS ALL" : "indexed";
    }

    private static boolean scans(Matcher scan, Map<String, String> names) {
        return scan.results()
                .map(found -> names.getOrDefault(found.group(1), found.group(1)))
                .anyMatch(GROWING::contains);
    }
}
