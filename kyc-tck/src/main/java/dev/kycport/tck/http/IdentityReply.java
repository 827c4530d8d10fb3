package dev.kycport.tck.http;

/**
 * Where a reply has the fields of an identity, as JSON pointers into its documented success.
 *
 * @param call the name of the call
 * @param name the name of the person
 * @param birthDate the date of birth
 * @param photo the photo, in base64
 * @param address the address, an object
 */
public record IdentityReply(String call, String name, String birthDate, String photo, String address) {

    @Override
    public String toString() {
        return call;
    }
}
