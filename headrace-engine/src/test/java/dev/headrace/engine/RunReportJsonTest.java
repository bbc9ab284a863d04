package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.ConfigException;
import dev.headrace.FailedRequest;
import dev.headrace.FailureKind;
import dev.headrace.HeadraceException;
import dev.headrace.SourceException;
import dev.headrace.deletes.DeleteResult;
import dev.headrace.deletes.Deletes;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunEvent;
import dev.headrace.load.LoadId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunReportJsonTest {

    private static final RunEvent.RequestSkipped SKIPPED = new RunEvent.RequestSkipped(
            "notes", new FailedRequest("GET /o/1", 404, "answered 404", 1), Map.of("resources.o.id", "1"), 2);

    @Test
    void tellsEverythingInOneObject() {
        assertThat(RunReportJson.of(report(null)))
                .isEqualTo(
                        "{\"pipeline\":\"shop\",\"dataset\":\"shop_data\","
                                + "\"destination\":{\"type\":\"duckdb\",\"location\":\"shop.duckdb\"},\"loads\":[\"1795221977.5\"],"
                                + "\"resources\":[{\"resource\":\"orders\",\"pages\":2,\"records\":150,\"announced\":null}],"
                                + "\"tables\":[{\"table\":\"orders\",\"rows_in\":150,\"rows_now\":1000,\"new_columns\":[\"é\"],"
                                + "\"created\":false,\"seconds\":0.25},{\"table\":\"lines\",\"rows_in\":1,\"rows_now\":2000000,"
                                + "\"rows_now_estimated\":true,\"new_columns\":[],\"created\":false,\"seconds\":0.0}],"
                                + "\"seconds\":{\"extract\":1.5,\"normalize\":0.5,\"load\":0.25},\"warnings\":[\"careful\"],"
                                + "\"skipped\":[{\"resource\":\"notes\",\"count\":1,\"requests\":[{\"request\":\"GET /o/1\",\"status\":404,"
                                + "\"reason\":\"answered 404\",\"attempts\":1,\"parent\":{\"resources.o.id\":\"1\"},\"pages_before\":2}]}],"
                                + "\"quarantined\":[{\"resource\":\"orders\",\"count\":3,\"requests\":1,\"first_reason\":\"no id\"}],"
                                + "\"deletes\":[{\"table\":\"orders\",\"rule\":\"soft\",\"outcome\":\"done\",\"rows\":2,\"rows_before\":900,\"reason\":\"\"}]}");
    }

    @Test
    void beginsWithTheError() {
        assertThat(RunReportJson.of(report(new SourceException(FailureKind.HTTP, "Status \"500\""))))
                .startsWith("{\"error\":{\"phase\":\"extract\",\"kind\":\"http\",\"message\":\"Status \\\"500\\\"\"},"
                        + "\"pipeline\":");
    }

    @Test
    void tellsOfAFailureBeforeTheRun() {
        assertThat(RunReportJson.of(new ConfigException("no base_url")))
                .isEqualTo("{\"error\":{\"phase\":\"config\",\"kind\":\"config\",\"message\":\"no base_url\"}}");
    }

    private static RunReport report(@Nullable HeadraceException failure) {
        return new RunReport(
                "shop",
                "shop_data",
                "duckdb",
                "shop.duckdb",
                List.of(new LoadId("1795221977.5")),
                List.of(new RunReport.ResourceReport("orders", 2, 150, null)),
                List.of(
                        new TableResult("orders", 150, 1000, List.of("é"), false, Duration.ofMillis(250)),
                        new TableResult("lines", 1, 2_000_000, List.of(), false, Duration.ZERO, true, null, null)),
                new RunReport.Durations(Duration.ofMillis(1500), Duration.ofMillis(500), Duration.ofMillis(250)),
                List.of("careful"),
                List.of(new SkippedRequests("notes", 1, List.of(SKIPPED))),
                List.of(new QuarantinedRows("orders", 3, 1, "no id")),
                List.of(new RunReport.TableDeletes("orders", DeleteResult.done(Deletes.SOFT, 2, 900))),
                failure);
    }
}
