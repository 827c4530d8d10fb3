package dev.kycport.benchmarks.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a database answers a query. */
record QueryPlan(String query, String plan) {

    /** What stands in place of a plan where the statement is one of the other database. */
    static final String NOT_APPLICABLE = "not asked";

    private static final Set<String> GROWING_TABLES = Set.of("kyc_session", "kyc_audit", "kyc_consent_event");
    private static final Pattern ON_POSTGRES = Pattern.compile("Seq Scan on (\\w+)");
    // Along an index or not: what finds its rows by one is called a search.
    private static final Pattern ON_SQLITE = Pattern.compile("(?m)^SCAN (\\w+)");
    private static final Pattern ALIAS = Pattern.compile("(kyc_\\w+) ([a-z])\\b");

    /** Whether it reads a table that grows from its first row to its last. */
    boolean scansTable() {
        Map<String, String> names = new HashMap<>();
        ALIAS.matcher(query).results().forEach(found -> names.put(found.group(2), found.group(1)));
        return scans(ON_POSTGRES.matcher(plan), names) || scans(ON_SQLITE.matcher(plan), names);
    }

    /** The same for people. */
    String label() {
        if (plan.startsWith(NOT_APPLICABLE)) {
            return NOT_APPLICABLE;
        }
        return scansTable() ? "READS ALL" : "indexed";
    }

    private static boolean scans(Matcher scan, Map<String, String> names) {
        return scan.results()
                .map(found -> names.getOrDefault(found.group(1), found.group(1)))
                .anyMatch(GROWING_TABLES::contains);
    }
}
