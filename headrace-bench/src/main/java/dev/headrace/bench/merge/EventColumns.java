package dev.headrace.bench.merge;

import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of one table, for statements written by hand. */
record EventColumns(List<String> names) {

    /** All columns that the table has: not where a row comes from, which the parts of merged tables tell. */
    static final String SELECT = "SELECT COLUMNS(lambda c: c <> '" + PartFile.ORIGIN + "') FROM ";

    EventColumns {
        names = List.copyOf(names);
    }

    /** Of one of the tables of a package, all of whose parts have the same. */
    static EventColumns of(LoadPackage rows, String table) {
        return new EventColumns(parts(rows, table).get(0).columns());
    }

    static List<PartFile> parts(LoadPackage rows, String table) {
        return rows.tables().stream()
                .filter(load -> load.table().name().equals(table))
                .findFirst()
                .orElseThrow()
                .parts();
    }

    EventColumns without(String name) {
        return new EventColumns(
                names.stream().filter(other -> !other.equals(name)).toList());
    }

    String list() {
        return String.join(", ", names);
    }

    /** As {@code a = s.a, b = s.b}. */
    String assignments(String source) {
        return names.stream().map(name -> name + " = " + source + "." + name).collect(Collectors.joining(", "));
    }

    /** As {@code s.a, s.b}. */
    String of(String source) {
        return names.stream().map(name -> source + "." + name).collect(Collectors.joining(", "));
    }
}
