package dev.headrace.rest.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordViewTest {

    private static final String TEXT =
            "{\"id\":1,\"name\":null,\"address\":{\"city\":\"Oslo\"},\"tags\":[{\"a\":1},{\"a\":2}],\"none\":[]}";

    private final JsonObject record = (JsonObject) JsonTree.parse(TEXT);
    private final Map<String, @Nullable Object> view = view(record);

    @Test
    void isWhatTheRecordIsInPlainJava() {
        assertThat(view).isEqualTo(record.toJava());
        assertThat(view.keySet()).containsExactly("id", "name", "address", "tags", "none");
    }

    @Test
    void tellsNullFromWhatIsNotThere() {
        assertThat(view.get("name")).isNull();
        assertThat(view.containsKey("name")).isTrue();
        assertThat(view.get("other")).isNull();
        assertThat(view.containsKey("other")).isFalse();
        assertThat(view).hasSize(5);
    }

    @Test
    void makesWhatIsAskedForOnce() {
        assertThat(view.get("tags")).isSameAs(view.get("tags"));
        assertThat(view.get("address")).isSameAs(view.get("address"));
        Object tags = view.get("tags");
        assertThat(new ArrayList<>(view.values()).get(3)).isSameAs(tags);
    }

    @Test
    void changesWithoutTheRecord() {
        Object address = Objects.requireNonNull(view.get("address"));
        view.put("id", 2);
        view.remove("name");

        assertThat(view.keySet()).containsExactly("id", "address", "tags", "none");
        assertThat(view.get("id")).isEqualTo(2);
        assertThat(view.get("address")).isSameAs(address);
        assertThat(record.source()).isEqualTo(TEXT);
        assertThat(view(record).get("id")).isEqualTo(1L);
    }

    @Test
    void keepsEmptyListsEmptyWhateverAnExpressionDoesToThem() {
        Object grouped =
                Expression.compile("{'groups': none{a: b}, 'none': none}").evaluate(record);

        assertThat(grouped).isEqualTo(Map.of("groups", Map.of(), "none", List.of()));
    }

    @Test
    void letsATransformFindTheRecordItself() {
        Object changed =
                Expression.compile("$ ~> |$$.address|{'city': 'Bergen'}|").evaluate(record);

        assertThat(JsonText.write(changed)).isEqualTo(TEXT);
    }

    @SuppressWarnings("unchecked") // views have text keys
    private static Map<String, @Nullable Object> view(JsonObject record) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(RecordView.of(record));
    }
}
