package org.yimen.casework.standing;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.investigation.Determinations;
import org.yimen.policy.Category;
import org.yimen.policy.amounts.Review;
import org.yimen.policy.clocks.Deadline;
import org.yimen.policy.facts.IncomeItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * When a family is looked at again: yearly, half-yearly where its income is unstable and somebody
 * can work (民发〔2021〕57号 第三十一条), yearly of tekun; rigid expenditure is not looked at again, it
 * expires (刚性支出困难家庭认定办法 第十条).
 */
@Component
class NextRecheck {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ADULT = 16;
  private static final int OLD = 60;
  private static final Set<String> UNABLE = Set.of("none", "weak");
  private static final Set<String> EARNED =
      Set.of(IncomeItem.Kind.WAGE.code(), IncomeItem.Kind.BUSINESS.code());

  private final CaseClocks clocks;

  NextRecheck(CaseClocks clocks) {
    this.clocks = clocks;
  }

  /** The limit as it holds from today; null where none does. */
  @Nullable Deadline after(Category category, String area, Determinations.@Nullable Made made) {
    return switch (category) {
      case RIGID_EXPENSE, NONE, UNKNOWN -> null;
      case TEKUN -> clocks.plain(Limits.TEKUN_RECHECK, area, clocks.today());
      default -> clocks.plain(rhythm(made), area, clocks.today());
    };
  }

  /** Pay of an employed member is stable; what is earned otherwise, or nothing, is not. */
  private String rhythm(Determinations.@Nullable Made made) {
    if (made == null) {
      return Review.rhythm(true, false);
    }
    boolean able = false;
    boolean stable = true;
    for (JsonNode member : household(made).path("members")) {
      if (isAble(member)) {
        able = true;
        stable = stable && member.path("employment").asString("").equals("employed");
      } else {
        stable = stable && !earns(member);
      }
    }
    return Review.rhythm(stable, able);
  }

  private static JsonNode household(Determinations.Made made) {
    return JSON.readTree(made.asked()).path("cases").path(0).path("household");
  }

  private static boolean earns(JsonNode member) {
    for (JsonNode item : member.path("income")) {
      if (EARNED.contains(item.path("kind").asString(""))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAble(JsonNode member) {
    LocalDate born = LocalDate.parse(member.path("birthDate").asString());
    LocalDate today = clocks.today();
    boolean ofAge = !born.plusYears(ADULT).isAfter(today) && born.plusYears(OLD).isAfter(today);
    return ofAge
        && member.path("student").isMissingNode()
        && !UNABLE.contains(member.path("labour").asString(""));
  }
}
