package dev.headrace.bench.whole;

/**
 * What every candidate has to load.
 *
 * @param url of the server, without a slash at the end
 * @param records how many there are
 * @param perPage records of one page
 */
public record Workload(String url, long records, int perPage) {

    long pages() {
        return (records + perPage - 1) / perPage;
    }
}
