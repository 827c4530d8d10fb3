package dev.kycport.http.internal.api;

import java.util.List;

/**
 * A field that a body may have. What is missing is left to the step, which names it.
 *
 * @param name as failures name it
 * @param description for the description of the API
 * @param children the fields of an object
 */
record JsonField(String name, Type type, boolean required, String description, List<JsonField> children) {

    JsonField {
        children = List.copyOf(children);
    }

    static JsonField text(String name, String description) {
        return new JsonField(name, Type.TEXT, true, description, List.of());
    }

    static JsonField object(String name, String description, JsonField... children) {
        return new JsonField(name, Type.OBJECT, true, description, List.of(children));
    }

    static JsonField texts(String name, String description) {
        return new JsonField(name, Type.TEXTS, true, description, List.of());
    }

    static JsonField seconds(String name, String description) {
        return new JsonField(name, Type.SECONDS, true, description, List.of());
    }

    JsonField optional() {
        return new JsonField(name, type, false, description, children);
    }

    /** The types of values. */
    enum Type {
        TEXT("a text"),
        TEXTS("a list of texts"),
        SECONDS("a whole number of seconds"),
        OBJECT("an object");

        private final String phrase;

        Type(String phrase) {
            this.phrase = phrase;
        }

        String phrase() {
            return phrase;
        }
    }
}
