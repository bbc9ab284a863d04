package dev.headrace.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionHashTest {

    /** The golden value holds for a document whose two system tables carry these descriptions. */
    @Test
    void equalsTheHashThatDltGivesToAnEmptySchema() {
        SchemaContent tiny = SchemaContent.fresh("tiny");
        Map<String, TableSchema> described = new LinkedHashMap<>();
        described.put("_dlt_version", described(SystemTables.version(), "Created by DLT. Tracks schema updates"));
        described.put("_dlt_loads", described(SystemTables.loads(), "Created by DLT. Tracks completed loads"));

        SchemaDocument document = SchemaDocument.fresh("tiny").evolvedTo(tiny.withTables(described));

        assertThat(document.versionHash()).isEqualTo("qSpZ6uWwfaCkdO+teIYnJe7zkparT4ng8ddTNBgoB5U=");
        assertThat(document.version()).isEqualTo(1);
    }

    @Test
    void ignoresVersionAndHistory() {
        Map<String, @Nullable Object> content = Map.of("name", "a", "tables", Map.of());
        Map<String, @Nullable Object> stored = new LinkedHashMap<>(content);
        stored.put("version", 7L);
        stored.put("version_hash", "h");
        stored.put("previous_hashes", List.of("g"));
        stored.put("imported_version_hash", "i");

        assertThat(VersionHash.ofSchema(stored)).isEqualTo(VersionHash.ofSchema(content));
    }

    @Test
    void dependsOnTheOrderOfColumnsButNotOfTables() {
        String ab = hash(List.of("t", "u"), List.of("a", "b"));

        assertThat(hash(List.of("u", "t"), List.of("a", "b"))).isEqualTo(ab);
        assertThat(hash(List.of("t", "u"), List.of("b", "a"))).isNotEqualTo(ab);
    }

    /** The same text hashed by Python: sorted by code point, where UTF-16 sorts otherwise. */
    @Test
    void sortsKeysByCodePointAtEveryDepth() {
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        inner.put("\ud83d\ude00", 1L);
        inner.put("\uffff", List.of(Map.of("b", 2L, "a", "é")));

        assertThat(VersionHash.of(Map.of("k", inner))).isEqualTo("UEP3L2eyn/wKhr9G+gbVv07K3BWHz465l3LSoAGieLo=");
    }

    private static String hash(List<String> tables, List<String> columns) {
        Map<String, ColumnSchema> byColumn = new LinkedHashMap<>();
        columns.forEach(name -> byColumn.put(name, ColumnSchema.of(name, DataType.TEXT)));
        Map<String, TableSchema> byTable = new LinkedHashMap<>();
        tables.forEach(name -> byTable.put(
                name, new TableSchema(name, null, name, WriteDisposition.append(), null, byColumn, Map.of())));
        return SchemaDocument.fresh("s")
                .evolvedTo(SchemaContent.fresh("s").withTables(byTable))
                .versionHash();
    }

    private static TableSchema described(TableSchema table, String description) {
        return new TableSchema(
                table.name(),
                table.parent(),
                table.resource(),
                table.disposition(),
                table.contract(),
                table.columnsByName(),
                Map.of("description", description));
    }
}
