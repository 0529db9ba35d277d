package io.varve.read.audit;

import java.util.Optional;

/**
 * What an audit is to look at.
 *
 * @param kind the only kind to look at; all of them when empty
 * @param entityId the only entity to look at; all of them when empty
 * @param deep compares every event of an entity, and not only the first and the last ones
 * @param heal writes what is missing anew
 */
public record AuditRequest(Optional<String> kind, Optional<String> entityId, boolean deep, boolean heal) {}
