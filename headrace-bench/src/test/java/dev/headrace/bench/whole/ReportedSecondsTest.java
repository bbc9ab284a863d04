package dev.headrace.bench.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedSecondsTest {

    @TempDir
    private Path folder;

    @Test
    void readingEndsWithThePackage() throws IOException {
        Path report = report("{\"seconds\":{\"extract\":1.25,\"normalize\":5.0E-1,\"load\":2.0,\"total\":4.0}}");

        assertThat(ReportedSeconds.of(report)).isEqualTo(new ReportedSeconds(1.25, 0.5, 2));
        assertThat(ReportedSeconds.of(report).reading()).isEqualTo(1.75);
    }

    @Test
    void showsAReportThatHasNone() throws IOException {
        Path report = report("{\"failed\":true}");

        assertThatIOException().isThrownBy(() -> ReportedSeconds.of(report)).withMessageContaining("{\"failed\":true}");
    }

    private Path report(String text) throws IOException {
        return Files.writeString(folder.resolve("report.json"), text);
    }
}
