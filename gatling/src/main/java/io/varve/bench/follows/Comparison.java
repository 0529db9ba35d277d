package io.varve.bench.follows;

import com.fasterxml.jackson.databind.JsonNode;
import io.varve.bench.follows.Act.Mark;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Holds what Varve shows against the plain computation. Only the times are Varve's own: they say what is newer. */
final class Comparison {
    private static final int OK = 200;
    private static final int GONE = 410;

    private final Api api;
    private final Network network;
    private final Map<String, List<Post>> boosts;
    private final Map<String, Instant> written = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Instant>> boosted = new ConcurrentHashMap<>();

    /** @param network in which nothing is done any more */
    Comparison(Api api, Network network) {
        this.api = api;
        this.network = network;
        boosts = network.boostsByPerson();
    }

    /** The text and the counts of each post, and who the counted are; and so when it was written and boosted. */
    List<Crew.Check> posts() {
        return network.posts().stream()
                .map(post -> (Crew.Check) verdict -> compare(post, verdict))
                .toList();
    }

    private void compare(Post post, Verdict verdict) throws IOException, InterruptedException {
        String path = "/v1/posts/" + post.id();
        String viewer = "?viewer=" + post.author();
        Api.Answer answer = api.get(path + viewer);
        verdict.compare("status of " + post.id(), post.isDeleted() ? GONE : OK, answer.status());
        if (answer.status() != OK || post.isDeleted()) {
            return;
        }
        Item shown = Item.read(answer.body());
        written.put(post.id(), shown.at());
        verdict.compare("likes of " + post.id(), (long) post.marked(Mark.LIKE).size(), shown.likes());
        verdict.compare("boosts of " + post.id(), (long) post.marked(Mark.BOOST).size(), shown.boosts());
        verdict.compare("comments of " + post.id(), post.comments(), shown.comments());
        verdict.compare(post.id(), Item.of(post, Optional.empty(), shown.at()), shown);
        verdict.compare(
                "who likes " + post.id(),
                post.marked(Mark.LIKE),
                members(path + "/likes" + viewer).keySet());
        Map<String, Instant> boosters = members(path + "/boosts" + viewer);
        boosted.put(post.id(), boosters);
        verdict.compare("who boosts " + post.id(), post.marked(Mark.BOOST), boosters.keySet());
    }

    private Map<String, Instant> members(String path) throws IOException, InterruptedException {
        Map<String, Instant> members = new HashMap<>();
        for (JsonNode member : api.list(path)) {
            members.put(
                    member.required("userId").asText(),
                    Instant.parse(member.required("since").asText()));
        }
        return members;
    }

    /** How many follow each person, how many they follow, and how many posts there are of them. */
    List<Crew.Check> people() {
        return network.people().stream()
                .map(id -> (Crew.Check) verdict -> {
                    Network.Person person = network.person(id);
                    JsonNode shown = api.get("/v1/users/" + id).body();
                    verdict.compare(
                            "followers of " + id,
                            person.followers().size(),
                            shown.path("followers").asInt(-1));
                    verdict.compare(
                            "followed by " + id,
                            person.following().size(),
                            shown.path("following").asInt(-1));
                    verdict.compare(
                            "posts of " + id,
                            person.posts(),
                            shown.path("posts").asLong(-1));
                })
                .toList();
    }

    /** Each feed to its very end; one comparison an item. To be made after those of {@link #posts}. */
    List<Crew.Check> feeds() {
        return network.people().stream()
                .map(id -> (Crew.Check) verdict -> compareFeed(id, verdict))
                .toList();
    }

    /** Which item it is, whatever it shows. */
    private record Place(String postId, Optional<String> boostedBy) {
        static Place of(Item item) {
            return new Place(item.postId(), item.boostedBy());
        }
    }

    private void compareFeed(String reader, Verdict verdict) throws IOException, InterruptedException {
        List<Item> expected = network.feed(
                reader,
                boosts,
                post -> written.getOrDefault(post.id(), Instant.EPOCH),
                (post, by) -> boosted.getOrDefault(post.id(), Map.of()).getOrDefault(by, Instant.EPOCH));
        List<Item> shown = api.list("/v1/users/" + reader + "/feed").stream()
                .map(Item::read)
                .toList();
        String where = " in the feed of " + reader;
        Map<Place, Item> left = new LinkedHashMap<>();
        for (Item item : shown) {
            if (left.put(Place.of(item), item) != null) {
                verdict.differs(Place.of(item) + where + " is there twice");
            }
        }
        for (Item item : expected) {
            verdict.compare(Place.of(item) + where, item, left.remove(Place.of(item)));
        }
        left.keySet().forEach(place -> verdict.differs(place + where + " is too much"));
        if (verdict.differences() == 0 && !expected.equals(shown)) {
            verdict.differs("the order" + where + " is another");
        }
    }

    /** What some were told: how often of each subject, for each reason. */
    List<Crew.Check> notifications(List<String> people) {
        return people.stream()
                .map(id -> (Crew.Check) verdict -> compareNotifications(id, verdict))
                .toList();
    }

    private void compareNotifications(String person, Verdict verdict) throws IOException, InterruptedException {
        Map<Told.Key, Told.Range> expected = Told.of(network, person);
        Map<Told.Key, Long> told = new HashMap<>();
        for (JsonNode group : api.list("/v1/users/" + person + "/notifications")) {
            Told.Key key = new Told.Key(
                    group.required("reason").asText(), group.required("subject").asText());
            told.merge(key, group.required("count").asLong(), Long::sum);
        }
        expected.forEach((key, range) ->
                verdict.compare(person + " was told " + key, range.least(), range.most(), told.getOrDefault(key, 0L)));
        Set<String> never = new TreeSet<>();
        told.keySet().stream().filter(key -> !expected.containsKey(key)).forEach(key -> never.add(key.toString()));
        verdict.compare(person + " was told what nobody did", Set.of(), never);
    }

    /** What Varve finds itself when it computes some feeds from history. */
    List<Crew.Check> verifications(List<String> people) {
        return people.stream()
                .map(id -> (Crew.Check) verdict -> {
                    var command = new Act.Command("POST", "/v1/ops/feeds/" + id + "/verify", null, OK);
                    JsonNode found = api.send(command, null).body();
                    verdict.compare(
                            "differences in the feed of " + id,
                            "[]",
                            found.path("differences").toString());
                })
                .toList();
    }
}
