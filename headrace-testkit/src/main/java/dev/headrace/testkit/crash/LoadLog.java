package dev.headrace.testkit.crash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks whether each package was loaded, once. */
final class LoadLog {

    private LoadLog() {}

    /**
     * What is wrong.
     *
     * @param loads the entries of the load log
     * @param before those from before the round
     * @param finished packages that were complete when a process was killed
     */
    static List<String> differences(List<String> loads, Collection<String> before, Collection<String> finished) {
        List<String> differences = new ArrayList<>();
        Set<String> distinct = new HashSet<>(loads);
        if (distinct.size() < loads.size()) {
            differences.add("_dlt_loads: a load is there twice: " + loads);
        }
        for (String id : finished) {
            if (!distinct.contains(id)) {
                differences.add("_dlt_loads: the package " + id + " was complete and was never loaded: " + loads);
            }
        }
        int expected = before.size() + finished.size();
        if (distinct.size() > expected + 1) {
            differences.add(
                    "_dlt_loads: " + distinct.size() + " loads where " + before.size() + " were there before and "
                            + finished.size() + " packages were complete: only the last run may add one");
        }
        List<String> sorted = loads.stream().sorted().toList();
        if (!sorted.equals(loads)) {
            differences.add("_dlt_loads: load ids do not increase: " + loads);
        }
        return differences;
    }
}
