package dev.kycport.http.internal.api;

import java.util.List;

/** What the page of the API's description shows; public for its template. */
public record DocsModel(List<Entry> entries) {

    public DocsModel {
        entries = List.copyOf(entries);
    }

    /** One operation. */
    public record Entry(String id, String method, String path, String summary, String answer, List<FieldRow> fields) {

        public Entry {
            fields = List.copyOf(fields);
        }
    }

    /** One field of a body. */
    public record FieldRow(String name, String type, boolean required, String description) {}
}
