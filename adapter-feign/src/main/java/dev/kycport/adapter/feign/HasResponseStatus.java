package dev.kycport.adapter.feign;

/**
 * A vendor's record for a success, which says something about itself besides what it holds.
 *
 * @param <S> the vendor's record of that
 */
public interface HasResponseStatus<S extends ResponseStatus> {

    /** What it says about itself. */
    S responseStatus();
}
