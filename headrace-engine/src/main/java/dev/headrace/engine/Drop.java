package dev.headrace.engine;

import dev.headrace.ConfigException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is to be dropped of a dataset: the tables of resources, and what the resources remember.
 *
 * @param resources names, or patterns after {@code re:} that are looked for in names; not used when {@code all}
 * @param all everything of the source
 * @param stateOnly the tables stay
 */
public record Drop(List<String> resources, boolean all, boolean stateOnly) {

    private static final String PATTERN = "re:";

    /** @throws ConfigException when a pattern is none */
    public Drop {
        resources = List.copyOf(resources);
        resources.forEach(Drop::matcher);
    }

    /** The names among these that are meant. */
    Set<String> among(Set<String> names) {
        Set<String> meant = new LinkedHashSet<>();
        List<Predicate<String>> matchers = new ArrayList<>();
        resources.forEach(resource -> matchers.add(matcher(resource)));
        names.stream()
                .filter(name -> all || matchers.stream().anyMatch(matcher -> matcher.test(name)))
                .forEach(meant::add);
        return meant;
    }

    private static Predicate<String> matcher(String resource) {
        if (!resource.startsWith(PATTERN)) {
            return resource::equals;
        }
        try {
            return Pattern.compile(resource.substring(PATTERN.length())).asPredicate();
        } catch (PatternSyntaxException e) {
            throw new ConfigException(
                    "Cannot drop resources that match '" + resource + "': it is no regular expression ("
                            + e.getDescription() + "). Write it like re:^order.",
                    e);
        }
    }
}
