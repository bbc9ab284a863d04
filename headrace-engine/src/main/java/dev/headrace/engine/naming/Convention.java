package dev.headrace.engine.naming;

import java.util.function.UnaryOperator;

/**
 * The rules of one naming convention.
 *
 * @param separator stands between the parts of a path
 * @param rule from a trimmed name that is not empty to a valid one, of any length
 */
record Convention(String name, String separator, UnaryOperator<String> rule) {}
