package dev.headrace.bench.whole;

import dev.headrace.bench.byhand.ReadPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code curl} writes all pages to files over one connection, then {@link ReadPages} loads them.
 *
 * @param ids whether rows get text ids and links as Headrace writes them
 * @param archives where the class archive of its Java process is kept
 */
record ByHandCandidate(Distribution distribution, boolean ids, Path archives) implements Candidate {

    private static final String SCRIPT =
            "url=$1; folder=$2; shift 2; mkdir -p \"$folder\" && curl -s -f -o \"$folder/page-#1.json\" \"$url\" && exec \"$@\"";

    @Override
    public String name() {
        return ids ? "by hand, with ids" : "by hand";
    }

    @Override
    public List<String> prepare(Path folder, Workload work) throws IOException {
        Files.createDirectories(archives);
        String pages = folder.resolve("pages").toString();
        String url = work.url() + "/events?page=[1-" + work.pages() + "]&per_page=" + work.perPage();
        List<String> command = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bash", url, pages));
        command.addAll(distribution.java(ReadPages.class, archives));
        command.addAll(List.of(pages, database(folder).toString(), ids ? "ids" : "plain"));
        return command;
    }
}
