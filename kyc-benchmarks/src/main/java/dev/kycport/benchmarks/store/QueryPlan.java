package dev.kycport.benchmarks.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plan of a query. */
record QueryPlan(String query, String plan) {

    /** Replaces the plan of a statement that only the other database has. */
    static final String NOT_APPLICABLE = "not applicable";

    private static final Set<String> GROWING_TABLES = Set.of("kyc_session", "kyc_audit", "kyc_consent_event");
    private static final Pattern ON_POSTGRES = Pattern.compile("Seq Scan on (\\w+)");
    // SQLite calls a lookup in an index SEARCH.
    private static final Pattern ON_SQLITE = Pattern.compile("(?m)^SCAN (\\w+)");
    private static final Pattern ALIAS = Pattern.compile("(kyc_\\w+) ([a-z])\\b");

    /** Whether the query reads all rows of a table that grows. */
    boolean scansTable() {
        Map<String, String> names = new HashMap<>();
        ALIAS.matcher(query).results().forEach(found -> names.put(found.group(2), found.group(1)));
        return scans(ON_POSTGRES.matcher(plan), names) || scans(ON_SQLITE.matcher(plan), names);
    }

    /** The same as a word in the output. */
    String label() {
        if (plan.startsWith(NOT_APPLICABLE)) {
            return NOT_APPLICABLE;
        }
        return scansTable() ? "TABLE SCAN" : "indexed";
    }

    private static boolean scans(Matcher scan, Map<String, String> names) {
        return scan.results()
                .map(found -> names.getOrDefault(found.group(1), found.group(1)))
                .anyMatch(GROWING_TABLES::contains);
    }
}
