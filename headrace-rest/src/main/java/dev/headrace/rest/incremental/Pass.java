package dev.headrace.rest.incremental;

/**
 * One of the windows in which a range is read; most have one only.
 *
 * @param begun the rows at its start that were loaded before
 * @param last whether no window follows
 */
record Pass(Range range, Position begun, boolean last) {}
