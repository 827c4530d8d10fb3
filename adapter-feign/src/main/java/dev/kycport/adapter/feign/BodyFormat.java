package dev.kycport.adapter.feign;

/** How the body of a request is written. */
public enum BodyFormat {
    JSON("application/json"),
    /** The fields of the request, percent-encoded, as an HTML form sends them. */
    FORM("application/x-www-form-urlencoded");

    private final String mime;

    BodyFormat(String mime) {
        this.mime = mime;
    }

    /** What the header {@code Content-Type} says of it. */
    String mime() {
        return mime;
    }
}
