package io.varve.read.user;

import java.util.Set;

/**
 * What a user does not want to hear of.
 *
 * @param users other users
 * @param threads the posts that began conversations
 */
public record Mutes(Set<String> users, Set<String> threads) {
    public Mutes {
        users = Set.copyOf(users);
        threads = Set.copyOf(threads);
    }
}
