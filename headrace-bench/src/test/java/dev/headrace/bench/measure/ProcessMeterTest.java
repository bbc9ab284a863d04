package dev.headrace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcessMeterTest {

    @TempDir
    private Path folder;

    @Test
    void addsUserAndSystemTime() {
        assertThat(ProcessMeter.measurement("1.500 2.250 0.125\n", 1_000_000))
                .isEqualTo(new Measurement(1.5, 2.375, 1024.0));
    }

    @Test
    void countsTheWorkOfChildren() throws Exception {
        String child = "i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done";

        Measurement taken = new ProcessMeter(folder).run(List.of("bash", "-c", "bash -c '" + child + "'; true"));

        assertThat(taken.cpuSeconds()).isGreaterThan(0.02);
        assertThat(taken.wallSeconds()).isGreaterThan(0.02);
        assertThat(taken.peakMegabytes()).isBetween(1.0, 100.0);
    }

    @Test
    void tellsWhatAFailedCommandWrote() {
        ProcessMeter meter = new ProcessMeter(folder);

        assertThatThrownBy(() -> meter.run(List.of("bash", "-c", "echo broken >&2; exit 3")))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("ended with 3")
                .hasMessageContaining("broken");
    }
}
