package dev.kycport.http.internal.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;

/** The templates, compiled when the module was built. Every value is escaped for its place in the page. */
public final class Templates {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader());

    private Templates() {}

    /** The page of a template with its one parameter. */
    public static String render(String template, Object model) {
        TemplateOutput output = new StringOutput();
        ENGINE.render(template, model, output);
        return output.toString();
    }
}
