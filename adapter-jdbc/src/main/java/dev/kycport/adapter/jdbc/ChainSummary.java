package dev.kycport.adapter.jdbc;

import org.jdbi.v3.core.Handle;

/** How many links a chain has, and of which kinds. */
record ChainSummary(int links, int given, int used, int withdrawn) {

    static final ChainSummary NONE = new ChainSummary(0, 0, 0, 0);

    private static final String SELECT =
            "SELECT kind, COUNT(*) AS many FROM kyc_consent_event" + " WHERE consent = :consent GROUP BY kind";

    static ChainSummary of(Handle handle, String consent) {
        return handle.createQuery(SELECT)
                .bind("consent", consent)
                .map((row, context) -> NONE.with(row.getString("kind"), row.getInt("many")))
                .reduce(NONE, ChainSummary::plus);
    }

    private ChainSummary with(String kind, int many) {
        return new ChainSummary(
                many,
                kind.equals(ConsentKind.GIVEN.code()) ? many : 0,
                kind.equals(ConsentKind.USED.code()) ? many : 0,
                kind.equals(ConsentKind.WITHDRAWN.code()) ? many : 0);
    }

    private ChainSummary plus(ChainSummary other) {
        return new ChainSummary(
                links + other.links, given + other.given, used + other.used, withdrawn + other.withdrawn);
    }
}
