package io.varve.read.timeline;

import java.util.Optional;

/**
 * A step in the stream of a user.
 *
 * @param position whoever has had it goes on after it, on any node
 * @param news empty when the stream has only come further
 */
public record UserMoment(UserPosition position, Optional<UserNews> news) {}
