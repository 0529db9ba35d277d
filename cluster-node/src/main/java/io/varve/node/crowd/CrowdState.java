package io.varve.node.crowd;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/** The life stages of a bucket of a crowd: it has but one, since an empty one is a crowd too. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = CrowdState.Gathered.class, name = "gathered")})
sealed interface CrowdState {
    /**
     * Each id is in one of the three sets at most. They are persistent: another one with a member more shares the rest.
     *
     * @param members by id
     * @param former who was a member and left
     * @param strangers who left without having been a member
     * @param last what became of the last command
     */
    record Gathered(
            CrowdRelation relation,
            String subject,
            int bucket,
            PSortedSet<String> members,
            PSortedSet<String> former,
            PSortedSet<String> strangers,
            CrowdAnswer last)
            implements CrowdState {

        static Gathered nobody(CrowdRelation.Bucket bucket) {
            PSortedSet<String> none = TreePSet.empty();
            var last = new CrowdAnswer(false, false, 0);
            return new Gathered(bucket.relation(), bucket.subject(), bucket.number(), none, none, none, last);
        }

        boolean hasLeft(String member) {
            return former.contains(member) || strangers.contains(member);
        }

        int size() {
            return members.size() + former.size() + strangers.size();
        }

        Gathered with(String member) {
            return changed(
                    members.plus(member),
                    former.minus(member),
                    strangers.minus(member),
                    new CrowdAnswer(true, true, members.size() + 1));
        }

        Gathered withFormer(String member) {
            return changed(
                    members.minus(member),
                    former.plus(member),
                    strangers,
                    new CrowdAnswer(true, false, members.size() - 1));
        }

        Gathered withStranger(String member) {
            return changed(members, former, strangers.plus(member), new CrowdAnswer(false, false, members.size()));
        }

        private Gathered changed(
                PSortedSet<String> nowMembers,
                PSortedSet<String> nowFormer,
                PSortedSet<String> nowStrangers,
                CrowdAnswer answer) {
            return new Gathered(relation, subject, bucket, nowMembers, nowFormer, nowStrangers, answer);
        }
    }
}
