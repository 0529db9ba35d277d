package io.varve.node.region;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.varve.node.entity.DeciderSpec;
import io.varve.node.entity.Json;
import io.varve.node.region.RegionCommand.Draw;
import io.varve.node.region.RegionCommand.Remove;
import io.varve.node.region.RegionEvent.Drawn;
import io.varve.node.region.RegionEvent.Removed;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionDeciderTest {
    private static final String ID = "downtown";
    private static final JsonNode SQUARE = polygon("[[[0,0],[2,0],[2,2],[0,2],[0,0]]]");
    private static final JsonNode TRIANGLE = polygon("[[[0,0],[2,0],[2,2],[0,0]]]");

    private static JsonNode polygon(String coordinates) {
        try {
            return Json.JOURNAL.readTree("{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static RegionShape shape(JsonNode geometry) {
        return new RegionShape("Downtown", geometry, 30.0);
    }

    private static DeciderSpec<RegionCommand, RegionEvent, RegionState, RegionAnswer, RegionRefusal> given(
            RegionEvent... events) {
        return DeciderSpec.given(new RegionDecider(), ID, List.of(events));
    }

    @Test
    void draw_makesTheFirstOutline() {
        var then = given().when(new Draw(shape(SQUARE))).then(new Drawn(ID, shape(SQUARE), 1));
        assertThat(then.answer()).isEqualTo(new RegionAnswer(ID, 1, true));
    }

    @Test
    void anotherGeometry_isAnotherOutline() {
        var then = given(new Drawn(ID, shape(SQUARE), 1))
                .when(new Draw(shape(TRIANGLE)))
                .then(new Drawn(ID, shape(TRIANGLE), 2));
        assertThat(then.answer()).isEqualTo(new RegionAnswer(ID, 2, false));
    }

    @Test
    void anotherNameOrLimit_leavesTheOutline() {
        var stage = given(new Drawn(ID, shape(TRIANGLE), 2));
        for (var changed :
                List.of(new RegionShape("Centre", TRIANGLE, 30.0), new RegionShape("Downtown", TRIANGLE, null))) {
            stage.when(new Draw(changed)).then(new Drawn(ID, changed, 2));
        }
    }

    @Test
    void theSameAgain_isNoEvent_andNothingNew() {
        var stage = given(new Drawn(ID, shape(SQUARE), 1));
        stage.when(new Draw(shape(SQUARE))).thenNothing();
        assertThat(new RegionDecider().unchanged(stage.state(), new Draw(shape(SQUARE))))
                .isEqualTo(new RegionAnswer(ID, 1, false));
    }

    @Test
    void coordinates_areTheSame_howeverTheyAreWritten() {
        var written = polygon("[[[0.0,0],[2.00,0],[2e0,2],[0,2],[0,0]]]");
        given(new Drawn(ID, shape(SQUARE), 1)).when(new Draw(shape(written))).thenNothing();
    }

    @Test
    void remove_isRefusedWithoutTrace_whereThereIsNoRegion() {
        given().when(new Remove()).thenRefusedWithoutTrace(RegionRefusal.REGION_NOT_FOUND);
        given(new Drawn(ID, shape(SQUARE), 1), new Removed(ID))
                .when(new Remove())
                .thenRefusedWithoutTrace(RegionRefusal.REGION_NOT_FOUND);
    }

    @Test
    void remove_removes() {
        var then = given(new Drawn(ID, shape(SQUARE), 3)).when(new Remove()).then(new Removed(ID));
        assertThat(then.answer()).isEqualTo(new RegionAnswer(ID, 3, false));
    }

    /** What was counted for the old outline ended when it was removed. */
    @Test
    void theSameGeometryAfterARemoval_isNew_andAnotherOutline() {
        var then = given(new Drawn(ID, shape(SQUARE), 3), new Removed(ID))
                .when(new Draw(shape(SQUARE)))
                .then(new Drawn(ID, shape(SQUARE), 4));
        assertThat(then.answer()).isEqualTo(new RegionAnswer(ID, 4, true));
    }
}
