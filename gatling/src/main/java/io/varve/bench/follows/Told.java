package io.varve.bench.follows;

import io.varve.bench.follows.Act.Mark;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What somebody must have been told. Of their own posts, and of those that mention them, it is certain; what those hear
 * of who answered a post, or of a post that was deleted, depends on who was quicker: of that, there is a bound.
 */
final class Told {
    private final Network network;
    private final String person;
    private final Map<Key, Range> expected = new LinkedHashMap<>();

    /** @param reason as Varve names it */
    record Key(String reason, String subject) {}

    /** How often something may be told. */
    record Range(long least, long most) {}

    private Told(Network network, String person) {
        this.network = network;
        this.person = person;
    }

    /** How often the person is told of each subject, whatever groups it comes in; what is never told is left out. */
    static Map<Key, Range> of(Network network, String person) {
        Told told = new Told(network, person);
        told.put("followed", person, told.others(network.person(person).everFollowers()), true);
        network.posts().forEach(told::add);
        return told.expected;
    }

    private void add(Post post) {
        boolean mentioned = post.mentions(person);
        if (mentioned) {
            put("mentioned", post.id(), isMuted(post.author()) ? 0 : 1, !post.isDeleted());
        }
        if (post.author().equals(person)) {
            put("boosted", post.id(), others(post.everMarked(Mark.BOOST)), !post.isDeleted());
        }
        boolean watches = post.author().equals(person) || mentioned;
        if (watches || post.isAnsweredBy(person)) {
            boolean certain = watches && !post.isDeleted();
            put("liked", post.id(), others(post.everMarked(Mark.LIKE)), certain);
            addComments(post, certain && seesAnswers(post));
        }
    }

    /** Who is mentioned sees the post whomever they follow, but not what is answered to it. */
    private boolean seesAnswers(Post post) {
        return post.author().equals(person)
                || post.visibility() != Act.Visibility.FOLLOWERS
                || network.hasAlwaysFollowed(person, post.circle());
    }

    /** Answers; and what answers these, when the post has begun the conversation. */
    private void addComments(Post post, boolean certain) {
        long least = 0;
        long most = 0;
        for (Post answer : post.answers()) {
            most += tells(answer);
            least += answer.isDeleted() ? 0 : tells(answer);
            // Whoever watches the answer as well hears of it there.
            if (!post.isComment() && !answer.author().equals(person)) {
                for (Post further : answer.answers()) {
                    most += tells(further);
                    least += further.isDeleted() || answer.isAnsweredBy(person) ? 0 : tells(further);
                }
            }
        }
        if (most > 0) {
            expected.put(new Key("commented", post.id()), new Range(certain ? least : 0, most));
        }
    }

    private long tells(Post answer) {
        return isOther(answer.author()) ? 1 : 0;
    }

    private void put(String reason, String subject, long many, boolean certain) {
        if (many > 0) {
            expected.put(new Key(reason, subject), new Range(certain ? many : 0, many));
        }
    }

    private long others(Collection<String> people) {
        return people.stream().filter(this::isOther).count();
    }

    private boolean isOther(String actor) {
        return !actor.equals(person) && !isMuted(actor);
    }

    private boolean isMuted(String actor) {
        Set<String> muted = network.person(person).muted();
        return muted.contains(actor);
    }
}
