package io.varve.http.social;

import io.varve.read.crowd.CrowdMember;
import java.time.Instant;

/** A user in the list of a crowd. */
public record MemberBody(String userId, Instant since) {
    public static MemberBody of(CrowdMember member) {
        return new MemberBody(member.id(), member.since());
    }
}
