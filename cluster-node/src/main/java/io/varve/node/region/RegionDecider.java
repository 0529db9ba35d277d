package io.varve.node.region;

import com.fasterxml.jackson.databind.JsonNode;
import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.Decider;
import io.varve.node.entity.Decision;
import io.varve.node.region.RegionCommand.Draw;
import io.varve.node.region.RegionState.Absent;
import io.varve.node.region.RegionState.Drawn;
import io.varve.node.region.RegionState.Removed;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A region. Its invariants: an outline's number stands for one geometry for ever, and a geometry that is drawn over
 * another, or after a removal, has a number of its own. What is drawn again as it is, is no event.
 */
final class RegionDecider implements Decider<RegionCommand, RegionEvent, RegionState, RegionAnswer, RegionRefusal> {
    /** JSON has one kind of number: 7 and 7.0 are the same coordinate. */
    private static final Comparator<JsonNode> VALUES = (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    };

    @Override
    public RegionState initial(String entityId) {
        return new Absent(entityId);
    }

    @Override
    public Decision<RegionEvent, RegionRefusal> decide(RegionState state, RegionCommand command, CommandMeta meta) {
        if (command instanceof Draw draw) {
            return draw(state, draw.shape());
        }
        return state instanceof Drawn region
                ? Decision.accept(new RegionEvent.Removed(region.regionId()))
                : Decision.refuse(RegionRefusal.REGION_NOT_FOUND);
    }

    private static Decision<RegionEvent, RegionRefusal> draw(RegionState state, RegionShape shape) {
        int outline = outline(state);
        if (!(state instanceof Drawn region)) {
            return Decision.accept(new RegionEvent.Drawn(regionId(state), shape, outline + 1));
        }
        boolean sameGeometry = region.shape().geometry().equals(VALUES, shape.geometry());
        boolean same = sameGeometry
                && region.shape().name().equals(shape.name())
                && Objects.equals(region.shape().speedLimitKmh(), shape.speedLimitKmh());
        return same
                ? Decision.accept(List.of())
                : Decision.accept(
                        new RegionEvent.Drawn(region.regionId(), shape, sameGeometry ? outline : outline + 1));
    }

    @Override
    public RegionState evolve(RegionState state, RegionEvent event) {
        if (event instanceof RegionEvent.Drawn e) {
            return new Drawn(e.regionId(), e.shape(), e.outline(), !(state instanceof Drawn));
        } else if (event instanceof RegionEvent.Removed e) {
            return new Removed(e.regionId(), outline(state));
        }
        throw new IllegalStateException("unknown event " + event);
    }

    @Override
    public RegionAnswer answer(RegionState state) {
        return new RegionAnswer(regionId(state), outline(state), state instanceof Drawn region && region.created());
    }

    @Override
    public RegionAnswer unchanged(RegionState state, RegionCommand command) {
        return new RegionAnswer(regionId(state), outline(state), false);
    }

    private static String regionId(RegionState state) {
        if (state instanceof Drawn region) {
            return region.regionId();
        }
        return state instanceof Removed region ? region.regionId() : ((Absent) state).regionId();
    }

    private static int outline(RegionState state) {
        if (state instanceof Drawn region) {
            return region.outline();
        }
        return state instanceof Removed region ? region.outline() : 0;
    }

    @Override
    public Optional<RegionRefusal> refusalOf(RegionEvent event) {
        return Optional.empty();
    }
}
