package dev.headrace.load;

/**
 * Names one load: Unix time in seconds as decimal text, such as {@code 1795221977.6999907}. Strictly increasing within a
 * pipeline.
 */
public record LoadId(String value) implements Comparable<LoadId> {

    @Override
    public int compareTo(LoadId other) {
        return Double.compare(Double.parseDouble(value), Double.parseDouble(other.value));
    }

    @Override
    public String toString() {
        return value;
    }
}
