package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.quarantine.OnBadRow;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.History;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.TableReference;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.ResourceHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what a resource says about its table. */
final class HintsParser {

    private static final List<String> DISPOSITIONS = List.of("append", "replace", "merge", "skip");
    private static final List<String> DISPOSITION_KEYS = List.of("disposition", "strategy", "deduplicated");
    private static final List<String> CONTRACT_KEYS = List.of("tables", "columns", "data_type");

    private final ConfigNode resource;
    private final Problems problems = new Problems();
    private final HintFields fields;

    private HintsParser(ConfigNode resource) {
        this.resource = resource;
        this.fields = new HintFields(resource, problems);
    }

    /** @param resource the whole resource, defaults included */
    static ResourceHints parse(ConfigNode resource) {
        return new HintsParser(resource).parse();
    }

    private ResourceHints parse() {
        problems.check(this::refuseParentTable);
        ResourceHints hints = new ResourceHints(
                fields.read("table_name", HintsParser::name).orElse(null),
                fields.read("write_disposition", HintsParser::disposition).orElse(WriteDisposition.append()),
                fields.read("primary_key", Choices::columns).orElse(List.of()),
                fields.read("merge_key", Choices::columns).orElse(List.of()),
                fields.read("columns", ColumnsParser::parse).orElse(List.of()),
                fields.read("schema_contract", HintsParser::contract).orElse(null),
                fields.read("max_table_nesting", Choices::count).orElse(null),
                TableFormats.parse(resource, problems),
                fields.read(TableReference.KEY, ReferencesParser::parse).orElse(List.of()),
                fields.read("nested_hints", NestedHintsParser::parse).orElse(Map.of()),
                fields.read("on_bad_row", HintsParser::onBadRow).orElse(null));
        hints.contradictions().forEach(problem -> problems.add(resource.error("nested_hints", problem)));
        problems.throwIfAny();
        return hints;
    }

    private void refuseParentTable() {
        if (resource.present("parent_table_name").isPresent()) {
            throw resource.error(
                    "parent_table_name",
                    "'parent_table_name' belongs to the tables in 'nested_hints': the table of a resource has no parent");
        }
    }

    private static String name(ConfigNode node) {
        return Choices.filled(node, "name a table, or leave the key out");
    }

    static OnBadRow onBadRow(ConfigNode node) {
        return JavaNode.component(node, OnBadRow.class)
                .orElseGet(() -> Choices.constant(node, OnBadRow.class, OnBadRow::label));
    }

    static WriteDisposition disposition(ConfigNode node) {
        return JavaNode.component(node, WriteDisposition.class).orElseGet(() -> described(node));
    }

    private static WriteDisposition described(ConfigNode node) {
        if (node.kind() == Kind.TEXT) {
            return plain(Choices.text(node, DISPOSITIONS));
        }
        node.requireObject();
        List<String> keys = new ArrayList<>(DISPOSITION_KEYS);
        keys.addAll(HistoryParser.KEYS);
        Problems problems = new Problems();
        problems.check(() -> node.onlyKeys(keys));
        Supplier<String> name = problems.part(() -> Choices.text(node.require("disposition"), DISPOSITIONS));
        Supplier<MergeStrategy> strategy = problems.part(() -> node.present("strategy")
                .map(text -> Choices.constant(text, MergeStrategy.class, MergeStrategy::label))
                .orElse(MergeStrategy.DELETE_INSERT));
        Supplier<Boolean> deduplicated = problems.part(() -> node.bool("deduplicated", false));
        Supplier<History> history = problems.part(() -> HistoryParser.parse(node));
        problems.check(() -> requireMerge(name.get(), node));
        problems.check(() -> requireHistory(strategy.get(), node));
        return problems.whole(() -> name.get().equals("merge")
                ? new WriteDisposition.Merge(strategy.get(), deduplicated.get(), history.get())
                : plain(name.get()));
    }

    private static void requireMerge(String name, ConfigNode node) {
        if (!name.equals("merge") && node.keys().size() > 1) {
            throw node.error("all keys but 'disposition' belong to the disposition 'merge', found '" + name + "'");
        }
    }

    private static void requireHistory(MergeStrategy strategy, ConfigNode node) {
        HistoryParser.KEYS.stream()
                .filter(key ->
                        strategy != MergeStrategy.SCD2 && node.present(key).isPresent())
                .findFirst()
                .ifPresent(key -> {
                    throw node.error(
                            key, "'" + key + "' belongs to the strategy 'scd2', found '" + strategy.label() + "'");
                });
    }

    private static WriteDisposition plain(String name) {
        return switch (name) {
            case "replace" -> WriteDisposition.replace();
            case "skip" -> WriteDisposition.skip();
            case "merge" -> WriteDisposition.merge();
            default -> WriteDisposition.append();
        };
    }

    static SchemaContract contract(ConfigNode node) {
        return JavaNode.component(node, SchemaContract.class).orElseGet(() -> describedContract(node));
    }

    private static SchemaContract describedContract(ConfigNode node) {
        if (node.kind() == Kind.TEXT) {
            return SchemaContract.all(mode(node));
        }
        Problems problems = new Problems();
        problems.check(() -> node.requireObject().onlyKeys(CONTRACT_KEYS));
        Supplier<ContractMode> tables = problems.part(() -> mode(node, "tables"));
        Supplier<ContractMode> columns = problems.part(() -> mode(node, "columns"));
        Supplier<ContractMode> types = problems.part(() -> mode(node, "data_type"));
        return problems.whole(() -> new SchemaContract(tables.get(), columns.get(), types.get()));
    }

    private static ContractMode mode(ConfigNode contract, String key) {
        return contract.present(key).map(HintsParser::mode).orElse(ContractMode.EVOLVE);
    }

    private static ContractMode mode(ConfigNode node) {
        return Choices.constant(node, ContractMode.class, ContractMode::label);
    }
}
