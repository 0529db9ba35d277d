package io.varve.read.account;

import io.varve.read.query.Concurrently;
import io.varve.read.query.Cursor;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Pages through an owner's accounts: the position is the id of the last account. */
final class OwnerCursor {
    private static final String LIST = "owner";

    private OwnerCursor() {}

    /** The account id after which the page starts; every id is greater than the empty one. */
    static String after(PageRequest page) {
        return page.cursor()
                .map(cursor -> Cursor.decode(LIST, 1, cursor).get(0))
                .orElse("");
    }

    /** @param ids one more than the limit, if there are that many */
    static CompletionStage<Page<AccountView>> page(
            List<String> ids, int limit, Function<String, CompletionStage<Optional<AccountView>>> account) {
        var shown = ids.subList(0, Math.min(limit, ids.size()));
        Optional<String> next =
                ids.size() > limit ? Optional.of(Cursor.encode(LIST, shown.get(limit - 1))) : Optional.empty();
        return Concurrently.forEach(shown, account)
                .thenApply(rows ->
                        new Page<>(rows.stream().flatMap(Optional::stream).toList(), next));
    }
}
