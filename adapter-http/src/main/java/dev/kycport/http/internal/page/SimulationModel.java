package dev.kycport.http.internal.page;

/**
 * The simulated DigiLocker of the development profile; public for its template.
 *
 * @param back the address to come back to
 * @param state encoded for a query
 */
public record SimulationModel(String base, String back, String state) {

    /** Prints nothing: the state is a secret of the session. */
    @Override
    public String toString() {
        return "SimulationModel[hidden]";
    }
}
