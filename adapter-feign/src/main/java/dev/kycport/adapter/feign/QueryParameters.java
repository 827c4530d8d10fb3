package dev.kycport.adapter.feign;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The query parameters of a URL. The client adds and percent-encodes them behind Feign, so that no Feign template or
 * exception contains them. No other code can read them.
 */
public final class QueryParameters {

    /** No parameters. */
    public static final QueryParameters NONE = new QueryParameters(List.of());

    private final List<Parameter> parameters;

    private QueryParameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** A copy with one more parameter. */
    public QueryParameters with(String name, String value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new QueryParameters(more);
    }

    /** A copy with one more parameter. */
    public QueryParameters with(String name, ProviderReference value) {
        return with(name, value.value());
    }

    /** A copy with one more parameter; a secret is added by its value. */
    public QueryParameters with(String name, Secret value) {
        return with(name, value.reveal());
    }

    void forEach(BiConsumer<String, String> action) {
        parameters.forEach(parameter -> action.accept(parameter.name(), parameter.value()));
    }

    @Override
    public String toString() {
        return "Query[hidden]";
    }

    private record Parameter(String name, String value) {}
}
