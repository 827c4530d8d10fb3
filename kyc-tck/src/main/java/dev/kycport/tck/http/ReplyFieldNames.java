package dev.kycport.tck.http;

/**
 * Which fields of a vendor's replies hold what.
 *
 * @param transaction the vendor's own id of the call
 * @param code the vendor's word for the outcome
 * @param text what it says to a human reader
 * @param payload what is around the particulars of a person
 * @param name the person's name, in there
 * @param photo the person's portrait, in there
 */
public record ReplyFieldNames(
        String transaction, String code, String text, String payload, String name, String photo) {}
