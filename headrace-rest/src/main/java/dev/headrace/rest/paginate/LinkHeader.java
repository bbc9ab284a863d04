package dev.headrace.rest.paginate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The links of a {@code Link} header (RFC 8288, 3). What is not quite in that form is read all the same: targets without
 * brackets, values in single quotes or in none.
 */
record LinkHeader(List<Link> links) {

    private static final Pattern TARGET = Pattern.compile("[\\s,'\"]*(?:<([^>]*)>?|([^<;]*))");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s*;\\s*([^=;,\\s]*)\\s*(?:=\\s*("
            + "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"" // quoted
            + "|'[^']*'"
            + "|[^;,]*+(?:,(?!\\s*<)[^;,]*+)*+" // up to the next attribute or link
            + "))?");
    /** What may stand around a value: white space and quotes. */
    private static final String EDGES = " \t\n\u000b\f\r'\"";

    /**
     * One link.
     *
     * @param written each value of {@code rel} as it is written
     */
    record Link(String target, Set<String> written) {

        Link {
            written = Set.copyOf(written);
        }

        /** Whether a relation type is among its own, whatever the letter case. */
        boolean has(String relation) {
            return written.stream()
                    .flatMap(value -> Stream.of(value.split("\\s+")))
                    .anyMatch(relation::equalsIgnoreCase);
        }
    }

    LinkHeader {
        links = List.copyOf(links);
    }

    static LinkHeader parse(String header) {
        List<Link> links = new ArrayList<>();
        Matcher target = TARGET.matcher(header);
        Matcher attribute = ATTRIBUTE.matcher(header);
        int at = 0;
        while (at < header.length() && target.find(at)) {
            String found = target.group(1) == null ? target.group(2) : target.group(1);
            Set<String> relations = new HashSet<>();
            int end = target.end();
            while (attribute.region(end, header.length()).lookingAt()) {
                addRelations(attribute, relations);
                end = attribute.end();
            }
            links.add(new Link(trimmed(found), relations));
            at = nextLink(header, Math.max(end, at + 1));
        }
        return new LinkHeader(links);
    }

    /** The target of the last link whose relation is exactly that, else of the last one that has it among its relations. */
    Optional<String> target(String relation) {
        return last(link -> link.written().contains(relation)).or(() -> last(link -> link.has(relation)));
    }

    private Optional<String> last(Predicate<Link> fits) {
        return links.stream().filter(fits).map(Link::target).reduce((first, second) -> second);
    }

    private static void addRelations(Matcher attribute, Set<String> relations) {
        if (attribute.group(1).equalsIgnoreCase("rel") && attribute.group(2) != null) {
            relations.add(trimmed(attribute.group(2)));
        }
    }

    private static int nextLink(String header, int from) {
        int next = header.indexOf('<', from);
        return next < 0 ? header.length() : next;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isEdge(text.charAt(start))) {
            start++;
        }
        while (start < end && isEdge(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isEdge(char next) {
        return EDGES.indexOf(next) >= 0;
    }
}
