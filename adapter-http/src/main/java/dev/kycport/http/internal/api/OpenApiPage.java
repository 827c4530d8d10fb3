package dev.kycport.http.internal.api;

import dev.kycport.http.internal.web.Templates;
import java.util.List;
import java.util.stream.Stream;

/** The description of the API as a page, made from the same operations. */
final class OpenApiPage {

    private final OpenApi description;

    OpenApiPage(OpenApi description) {
        this.description = description;
    }

    String html() {
        return Templates.render(
                "docs.jte",
                new DocsModel(description.operations().stream()
                        .map(operation -> new DocsModel.Entry(
                                operation.id(),
                                operation.method(),
                                operation.path(),
                                operation.summary(),
                                operation.answer().schema(),
                                operation.fields().stream()
                                        .flatMap(field -> rows("", field).stream())
                                        .toList()))
                        .toList()));
    }

    private static List<DocsModel.FieldRow> rows(String prefix, JsonField field) {
        DocsModel.FieldRow row = new DocsModel.FieldRow(
                prefix + field.name(), field.type().phrase(), field.required(), field.description());
        return Stream.concat(
                        Stream.of(row),
                        field.children().stream().flatMap(child -> rows(prefix + field.name() + ".", child).stream()))
                .toList();
    }
}
