package io.varve.read.user;

import io.varve.node.user.UserProfile;

/**
 * A user as the views know them.
 *
 * @param followers how many users follow this one
 * @param following how many users this one follows
 * @param posts how many posts and comments this one has written and not deleted
 * @param revision the user's revision that the row reflects
 */
public record UserView(String userId, UserProfile profile, long followers, long following, long posts, long revision) {}
