package dev.kycport.adapter.feign;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The parameters of a URL. They join the URL behind Feign, so that neither its templates nor its exceptions can hold them, and
 * are percent-encoded there; nobody else can read them.
 */
public final class QueryParameters {

    /** No parameters. */
    public static final QueryParameters NONE = new QueryParameters(List.of());

    private final List<Parameter> parameters;

    private QueryParameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** The same with one more parameter. */
    public QueryParameters with(String name, String value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new QueryParameters(more);
    }

    /** The same with one more parameter. */
    public QueryParameters with(String name, ProviderReference value) {
        return with(name, value.value());
    }

    /** The same with one more parameter, a secret by its value. */
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
