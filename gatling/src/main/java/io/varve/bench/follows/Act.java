package io.varve.bench.follows;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What somebody does: a command to Varve, and what it comes to in the plain computation. */
interface Act {
    Command command();

    void applyTo(Network network);

    /**
     * A request.
     *
     * @param body null for none
     * @param statuses the answers that are as they must be
     */
    record Command(String method, String path, Object body, int... statuses) {
        boolean accepts(int status) {
            for (int accepted : statuses) {
                if (accepted == status) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Who may see a post. */
    enum Visibility {
        PUBLIC,
        FOLLOWERS,
        DIRECT;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What people do to posts. */
    enum Mark {
        LIKE("likes"),
        BOOST("boosts");

        private final String path;

        Mark(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /** Makes somebody known. */
    record Register(String person) implements Act {
        @Override
        public Command command() {
            return new Command("PUT", "/v1/users/" + person, Map.of("displayName", person), 200, 201);
        }

        @Override
        public void applyTo(Network network) {
            network.register(person);
        }
    }

    /** Wants to see nothing of somebody any more. */
    record Mute(String person, String other) implements Act {
        @Override
        public Command command() {
            return new Command("PUT", "/v1/users/" + person + "/mutes/" + other, null, 200);
        }

        @Override
        public void applyTo(Network network) {
            network.mute(person, other);
        }
    }

    /** @param follows false to end it */
    record Follow(String person, String other, boolean follows) implements Act {
        @Override
        public Command command() {
            return new Command(follows ? "PUT" : "DELETE", "/v1/users/" + person + "/follows/" + other, null, 200);
        }

        @Override
        public void applyTo(Network network) {
            network.follow(person, other, follows);
        }
    }

    /**
     * Writes a post, or a comment.
     *
     * @param mentioned whom the text mentions
     * @param inReplyTo the post that a comment answers
     */
    record Write(
            String postId,
            String author,
            String text,
            Visibility visibility,
            Optional<String> mentioned,
            Optional<String> inReplyTo)
            implements Act {
        @Override
        public Command command() {
            Map<String, Object> body = new LinkedHashMap<>(Map.of("postId", postId, "author", author, "text", text));
            if (inReplyTo.isPresent()) {
                return new Command("POST", "/v1/posts/" + inReplyTo.get() + "/comments", body, 201);
            }
            body.put("visibility", visibility.label());
            return new Command("POST", "/v1/posts", body, 201);
        }

        @Override
        public void applyTo(Network network) {
            network.write(this);
        }
    }

    /** The author says it otherwise. */
    record Edit(String postId, String text) implements Act {
        @Override
        public Command command() {
            return new Command("PUT", "/v1/posts/" + postId, Map.of("text", text), 200);
        }

        @Override
        public void applyTo(Network network) {
            network.post(postId).edit(text);
        }
    }

    /** The author takes the post back. */
    record Delete(String postId) implements Act {
        @Override
        public Command command() {
            return new Command("DELETE", "/v1/posts/" + postId, null, 200);
        }

        @Override
        public void applyTo(Network network) {
            network.post(postId).delete();
        }
    }

    /** @param set false to take it back */
    record Marking(Mark mark, String postId, String person, boolean set) implements Act {
        @Override
        public Command command() {
            String path = "/v1/posts/" + postId + "/" + mark.path() + "/" + person;
            return new Command(set ? "PUT" : "DELETE", path, null, 200);
        }

        @Override
        public void applyTo(Network network) {
            network.post(postId).mark(mark, person, set);
        }
    }
}
