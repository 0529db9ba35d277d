package io.varve.node;

import io.varve.node.account.AccountKind;
import io.varve.node.crowd.CrowdKind;
import io.varve.node.entity.EntityKinds;
import io.varve.node.post.PostKind;
import io.varve.node.region.RegionKind;
import io.varve.node.route.RouteKind;
import io.varve.node.transfer.TransferKind;
import io.varve.node.user.UserKind;
import io.varve.node.vehicle.VehicleKind;
import java.util.List;

/** Every kind of entity that a node hosts; a new one is one more line. */
public final class Kinds {
    private Kinds() {}

    public static EntityKinds all() {
        return new EntityKinds(List.of(
                AccountKind.create(),
                TransferKind.create(),
                VehicleKind.create(),
                RegionKind.create(),
                RouteKind.create(),
                UserKind.create(),
                PostKind.create(),
                CrowdKind.create()));
    }
}
