package dev.kycport.adapter.feign;

/**
 * A success record of a vendor that carries status fields beside its payload.
 *
 * @param <S> the vendor's record of the status fields
 */
public interface HasResponseStatus<S extends ResponseStatus> {

    /** The status fields of this reply. */
    S responseStatus();
}
