package dev.headrace.rest.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what is read next, for people. */
final class WhatIsNext {

    /** So many resources are named. */
    private static final int MOST = 3;

    private WhatIsNext() {}

    /**
     * Such as {@code events from page 124 on (12,300 records are there), users from the beginning}.
     *
     * @param ahead answers that came in advance and are kept
     */
    static String of(Stages stages, int ahead) {
        Set<ResourceReading> due = new LinkedHashSet<>();
        for (Work work : stages.work()) {
            work.levels()
                    .forEach(level ->
                            level.forEach(task -> addWithChildren(task.job().resource(), due)));
        }
        stages.windows().forEach(root -> addWithChildren(root.resource(), due));
        List<String> texts = new ArrayList<>();
        due.stream().limit(MOST).forEach(resource -> texts.add(of(resource)));
        String all = String.join(", ", texts);
        String next = due.size() <= MOST ? all : all + " and " + (due.size() - MOST) + " more";
        return due.isEmpty() ? "nothing, all has been read" : next + inAdvance(ahead);
    }

    /** Records to come of a resource bring requests for those below it. */
    private static void addWithChildren(ResourceReading resource, Set<ResourceReading> due) {
        due.add(resource);
        resource.children().forEach(child -> addWithChildren(child, due));
    }

    private static String inAdvance(int ahead) {
        return ahead == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %,d %s in advance and need not be asked for again",
                        ahead,
                        ahead == 1 ? "answer came" : "answers came");
    }

    private static String of(ResourceReading resource) {
        return resource.pages() == 0
                ? resource.name() + " from the beginning"
                : String.format(
                        Locale.ROOT,
                        "%s from page %,d on (%,d %s there)",
                        resource.name(),
                        resource.pages() + 1,
                        resource.records(),
                        resource.records() == 1 ? "record is" : "records are");
    }
}
