package dev.headrace.bench.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageKindTest {

    @ParameterizedTest
    @EnumSource
    void allKindsAreOfTheSameOrder(PageKind kind) {
        long bytes = kind.pages().stream().mapToLong(page -> page.length).sum();

        assertThat(bytes).isBetween(3_900_000L, 7_500_000L);
    }

    @ParameterizedTest
    @EnumSource
    void pagesAreTheSameEveryTime(PageKind kind) {
        assertThat(kind.pages().get(3)).isEqualTo(kind.pages().get(3));
    }

    @ParameterizedTest
    @EnumSource
    void idsAreMadeForEveryRow(PageKind kind) {
        List<TableBatch> batches = Normalising.batches(kind.pages());
        long rows = batches.stream().mapToLong(TableBatch::rows).sum();

        assertThat(new RowIdColumns(batches).fill()).isEqualTo(rows);
    }

    @Test
    void kindsAreWhatTheySay() {
        assertThat(tables(PageKind.TABLES)).hasSize(21);
        assertThat(columns(PageKind.WIDE)).contains("field_0", "field_299");
        assertThat(columns(PageKind.SPARSE)).contains("field_59");
        assertThat(columns(PageKind.DEEP)).anyMatch(name -> name.split("inner").length == 12);
        assertThat(new String(PageKind.FOREIGN.pages().get(0), StandardCharsets.UTF_8))
                .contains("東京都", "🚢");
    }

    private static Set<String> tables(PageKind kind) {
        return Normalising.batches(kind.pages()).stream().map(TableBatch::table).collect(Collectors.toSet());
    }

    private static Set<String> columns(PageKind kind) {
        return Normalising.batches(kind.pages()).stream()
                .flatMap(batch -> batch.columns().stream())
                .map(ColumnBuffer::name)
                .collect(Collectors.toSet());
    }
}
