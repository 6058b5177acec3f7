package org.yimen.casework.recheck;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.investigation.VisitedMembers;
import org.yimen.casework.standing.Award;
import org.yimen.casework.standing.Standing;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.policy.Determination;
import org.yimen.policy.Law;
import org.yimen.policy.amounts.TekunEnding;
import org.yimen.policy.cases.CaseFile;
import org.yimen.policy.cases.PolicyCase;
import org.yimen.policy.facts.Member;
import org.yimen.policy.text.BadFile;

/**
 * Who was recognised as tekun before 18 stays so until 18, and beyond while at a compulsory,
 * general senior or secondary vocational school (民发〔2021〕43号 第二十四条).
 */
@Component
class KeptPupils {

  static final String REASON = "未成年的特困人员继续供养至满 18 周岁，仍在义务教育、高中或中等职业学校就读的到毕业（民发〔2021〕43号第二十四条）";

  private final LawInForce inForce;
  private final VisitedMembers members;

  KeptPupils(LawInForce inForce, VisitedMembers members) {
    this.inForce = inForce;
    this.members = members;
  }

  /** Whether everybody who would lose the support is kept as one. */
  boolean stay(Determinations.Made made, Award now, Standing standing) {
    Set<String> names =
        now.people().stream()
            .filter(one -> now.tekun().contains(one.key()))
            .map(Award.Person::name)
            .collect(Collectors.toCollection(HashSet::new));
    Map<String, String> nameOf =
        members.of(made.visit()).stream()
            .collect(Collectors.toMap(VisitedMembers.Member::mark, VisitedMembers.Member::name));
    Law law = inForce.asOf(made.lawNumber());
    PolicyCase one = asked(law, made);
    Determination result = law.determine(one.household(), one.date(), one.area(), one.replaced());
    for (Member member : one.household().members()) {
      if (names.contains(nameOf.getOrDefault(member.id(), ""))
          && TekunEnding.of(member, result, asMinor(member, standing))
              == TekunEnding.KEPT_AS_PUPIL) {
        names.remove(nameOf.get(member.id()));
      }
    }
    return names.isEmpty() && !now.tekun().isEmpty();
  }

  private static PolicyCase asked(Law law, Determinations.Made made) {
    try {
      return CaseFile.read(law, "入户调查", made.asked().getBytes(StandardCharsets.UTF_8)).get(0);
    } catch (BadFile e) {
      throw new IllegalStateException("what was determined can't be read again", e);
    }
  }

  private static boolean asMinor(Member member, Standing standing) {
    return member.birthDate().plusYears(18).isAfter(standing.since());
  }
}
