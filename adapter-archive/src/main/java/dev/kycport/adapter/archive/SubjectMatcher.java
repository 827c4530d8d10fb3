package dev.kycport.adapter.archive;

import dev.kycport.domain.consent.SubjectRef;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People who are looked for in lines of JSON. Any text that is the reference of one of them counts, wherever in the line it
 * stands: a file that stays too long does less harm than one that goes too soon.
 */
record SubjectMatcher(Set<SubjectRef> wanted) {

    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

    boolean matches(String line) {
        String text = unescape(line);
        return wanted.stream().anyMatch(subject -> text.contains('"' + subject.value() + '"'));
    }

    private static String unescape(String line) {
        return ESCAPED.matcher(line)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? escape.group(2)
                                : Character.toString(Integer.parseInt(escape.group(1), 16))));
    }
}
