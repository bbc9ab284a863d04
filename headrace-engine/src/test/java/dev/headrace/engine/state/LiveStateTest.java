package dev.headrace.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveStateTest {

    private static final StateDocument COMMITTED = StateDocument.parse("{\"_state_version\":3,\"pipeline_name\":\"p\","
            + "\"sources\":{\"shop\":{\"key\":1,\"resources\":{\"orders\":{\"last\":[5]}}},\"other\":{\"key\":2}}}");

    @Test
    void beginsWithWhatWasCommitted() {
        assertThat(new LiveState(COMMITTED, "shop").resource("orders")).isEqualTo(Map.of("last", List.of(5L)));
    }

    @Test
    void leavesTheCommittedStateAsItIs() {
        LiveState live = new LiveState(COMMITTED, "shop");
        live.resource("orders").put("last", 6L);

        StateDocument changed = live.freeze(Map.of());

        assertThat(changed.version()).isEqualTo(4);
        assertThat(changed.json()).contains("\"orders\":{\"last\":6}", "\"other\":{\"key\":2}", "\"key\":1");
        assertThat(COMMITTED.json()).contains("\"last\":[5]");
    }

    @Test
    void isNoNewVersionWhenNothingWasRemembered() {
        LiveState live = new LiveState(COMMITTED, "shop");
        live.resource("customers");

        assertThat(live.freeze(Map.of())).isSameAs(COMMITTED);
    }

    @Test
    void forgetsAResourceWhole() {
        LiveState live = new LiveState(COMMITTED, "shop");
        live.reset("orders");

        assertThat(live.resource("orders")).isEmpty();
        assertThat(live.freeze(Map.of()).json()).doesNotContain("orders").contains("\"key\":1");
    }

    @Test
    void keepsSectionsThatWereThereAlsoWhenTheyAreEmptyNow() {
        LiveState live = new LiveState(COMMITTED, "shop");
        live.resetSource();

        assertThat(live.freeze(Map.of()).json()).contains("\"shop\":{\"resources\":{}}");
    }

    @Test
    void writesTheEmptySectionThatDltMakesToResetAResource() {
        LiveState live = new LiveState(StateDocument.unknown(), "shop");
        live.keepSection();

        assertThat(live.freeze(Map.of()).content()).containsEntry("sources", Map.of("shop", Map.of()));
    }

    @Test
    void writesTheEmptyListOfSourcesThatDltMakesToForgetWhatItHasStored() {
        StateDocument stored = StateDocument.unknown().changedTo(Map.of("pipeline_name", "p"));
        LiveState live = new LiveState(stored, "shop");
        live.keepSources();
        LiveState first = new LiveState(StateDocument.unknown(), "shop");
        first.keepSources();

        assertThat(live.freeze(Map.of()).content()).containsEntry("sources", Map.of());
        assertThat(first.freeze(Map.of()).content()).doesNotContainKey("sources");
    }

    @Test
    void writesNoSectionForASourceThatRemembersNothing() {
        LiveState live = new LiveState(StateDocument.unknown(), "shop");
        live.resource("orders");

        assertThat(live.freeze(Map.of("pipeline_name", "p")).content()).containsOnlyKeys("pipeline_name");
    }

    @Test
    void namesTheSchemaOnce() {
        StateDocument first = new LiveState(StateDocument.unknown(), "shop")
                .freeze(StateHeader.of(StateDocument.unknown(), "p", "p_dataset", "duckdb", "shop"));

        StateDocument second =
                new LiveState(first, "crm").freeze(StateHeader.of(first, "p", "p_dataset", "duckdb", "crm"));

        assertThat(second.content())
                .containsEntry("schema_names", List.of("shop", "crm"))
                .containsEntry("default_schema_name", "shop");
        assertThat(new LiveState(second, "crm").freeze(StateHeader.of(second, "p", "p_dataset", "duckdb", "crm")))
                .isSameAs(second);
    }
}
