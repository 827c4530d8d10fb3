/** The provider ${prefix}. Start with {@link ${package}.${prefix}ProviderFactory}. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
