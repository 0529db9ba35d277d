package io.varve.node.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.entity.DeciderSpec;
import io.varve.node.route.RouteCommand.Define;
import io.varve.node.route.RouteEvent.Defined;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteDeciderTest {
    private static final String ID = "C53";
    private static final Defined DEFINED = new Defined(ID, "Congress Heights", 50.0);

    private static DeciderSpec<RouteCommand, RouteEvent, RouteState, RouteAnswer, RouteRefusal> given(
            RouteEvent... events) {
        return DeciderSpec.given(new RouteDecider(), ID, List.of(events));
    }

    @Test
    void define_makesTheRouteKnown() {
        var then = given().when(new Define("Congress Heights", 50.0)).then(DEFINED);
        assertThat(then.answer()).isEqualTo(new RouteAnswer(ID, true));
    }

    @Test
    void define_givesItOtherParticulars() {
        var then = given(DEFINED)
                .when(new Define("Congress Heights", null))
                .then(new Defined(ID, "Congress Heights", null));
        assertThat(then.answer()).isEqualTo(new RouteAnswer(ID, false));
        given(DEFINED).when(new Define("Heights", 50.0)).then(new Defined(ID, "Heights", 50.0));
    }

    @Test
    void theSameAgain_isNoEvent_andNothingNew() {
        var stage = given(DEFINED);
        var again = new Define("Congress Heights", 50.0);
        stage.when(again).thenNothing();
        assertThat(new RouteDecider().unchanged(stage.state(), again)).isEqualTo(new RouteAnswer(ID, false));
    }
}
