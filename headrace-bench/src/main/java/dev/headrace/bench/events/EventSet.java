package dev.headrace.bench.events;

/**
 * Which records an API has: {@code records} of them, numbered {@code start}, {@code start + stride}, and so on.
 *
 * @param records how many; may be 0
 * @param start the number of the first
 * @param stride the step between numbers; at least 1
 * @param revision another revision changes values of every record but never its id: the rows of a merge
 */
public record EventSet(long records, long start, long stride, int revision) {

    public EventSet {
        if (records < 0 || start < 0 || stride < 1 || revision < 0) {
            throw new IllegalArgumentException("no such set of events: " + records + " records from " + start + " by "
                    + stride + ", revision " + revision);
        }
    }

    /** The first {@code records} records in their first revision. */
    public static EventSet first(long records) {
        return new EventSet(records, 0, 1, 0);
    }

    /** The number of the record at a position, which begins at 0. */
    long number(long position) {
        return start + position * stride;
    }

    /** How many pages there are. */
    public long pages(int perPage) {
        return (records + perPage - 1) / perPage;
    }
}
