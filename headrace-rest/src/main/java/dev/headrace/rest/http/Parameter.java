package dev.headrace.rest.http;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a query or a form.
 *
 * @param value a text, number or boolean; a list sends the name once per element; null sends nothing
 */
public record Parameter(String name, @Nullable Object value) {}
