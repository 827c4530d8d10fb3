package dev.kycport.adapter.feign;

/** How the body of a request is written. */
public enum BodyFormat {
    JSON("application/json"),
    /** The fields of the request, percent-encoded, as an HTML form sends them. */
    FORM("application/x-www-form-urlencoded");

    private final String contentType;

    BodyFormat(String contentType) {
        this.contentType = contentType;
    }

    /** What the header {@code Base64ContentDeserializer-Type} says of it. */
    String contentType() {
        return contentType;
    }
}
