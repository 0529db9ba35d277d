package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.typesafe.config.ConfigFactory;
import io.varve.node.EmbeddedCassandra;
import io.varve.node.crowd.CrowdRelation;
import io.varve.read.CrowdStory;
import io.varve.read.Fixture;
import io.varve.read.PostStory;
import io.varve.read.UserStory;
import io.varve.read.Views;
import io.varve.read.ViewsContract;
import io.varve.read.notification.DisplayNames;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many statements a question takes. */
class ReadCostIT extends ViewsContract {
    private final AtomicInteger statements = new AtomicInteger();
    private final Fixture fixture = Fixture.cassandra();
    private final CqlSession session = EmbeddedCassandra.session(Fixture.KEYSPACE);
    private final CqlSession counted = counted();
    private final Views views = Views.over(counted);
    private final String id = unique("x");

    @Override
    protected Fixture fixture() {
        return fixture;
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** The session, every execution of which is counted. */
    private CqlSession counted() {
        return (CqlSession) Proxy.newProxyInstance(
                CqlSession.class.getClassLoader(), new Class<?>[] {CqlSession.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(session, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private <T> T costs(int expected, CompletionStage<T> question) {
        var answer = await(question);
        assertThat(statements.getAndSet(0)).isEqualTo(expected);
        return answer;
    }

    @Test
    void displayName_isOneStatement_andNoneWhenItIsKnown() {
        writeUsers(UserStory.registered(id).events());
        var names = new DisplayNames(views.users());

        assertThat(costs(1, names.of(List.of(id)))).isEqualTo(Map.of(id, UserStory.PROFILE.displayName()));
        costs(0, names.of(List.of(id)));
        assertThat(costs(1, names.of(List.of(id + "-nobody")))).isEqualTo(Map.of(id + "-nobody", id + "-nobody"));
    }

    @Test
    void post_isTwoStatements_itsRowAndItsCounts_andNoneWhenItIsAtHand() {
        writePosts(PostStory.written(id, "ann", "text").events());
        writeCrowds(new CrowdStory(CrowdRelation.LIKES, id).joined("ben", "cem").events());
        var settings = FeedsSettings.of(ConfigFactory.load().getConfig("varve.read"));
        var posts = new FollowedPosts(views.posts(), counted, settings);

        assertThat(costs(2, posts.posts(List.of(id))))
                .isEqualTo(Map.of(id, await(views().posts().post(id)).orElseThrow()));
        assertThat(costs(0, posts.posts(List.of(id))).get(id).likes()).isEqualTo(2);
    }
}
