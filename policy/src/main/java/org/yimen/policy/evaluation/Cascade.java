package org.yimen.policy.evaluation;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Finding;
import org.yimen.policy.WatchKind;

/**
 * The categories in the law's order: a later one is not met where an earlier one is, and open where
 * an earlier one is open unless its own tests fail (国办发〔2023〕39号 第二部分).
 */
final class Cascade {
  private final HouseholdFrame frame;
  private @Nullable Map<Category, Finding> findings;

  Cascade(HouseholdFrame frame) {
    this.frame = frame;
  }

  Map<Category, Finding> findings() {
    Map<Category, Finding> known = findings;
    if (known == null) {
      known = cascade();
      findings = known;
    }
    return known;
  }

  private Map<Category, Finding> cascade() {
    Map<Category, Finding> found = new EnumMap<>(Category.class);
    Finding earlier = frame.recognition().everybodyTekun();
    found.put(Category.TEKUN, earlier);
    Finding anybody = frame.recognition().anybody();
    for (var category : frame.book().categories().entrySet()) {
      Finding own = category.getValue().truth(frame).and(anybody);
      Finding finding = own.and(earlier.not());
      found.put(category.getKey(), finding);
      earlier = earlier.or(finding);
    }
    return found;
  }

  /** The category, open where any before it is open. */
  Category category() {
    Category result = Category.NONE;
    for (var entry : findings().entrySet()) {
      if (entry.getValue() == Finding.MET) {
        return entry.getKey();
      }
      if (entry.getValue() == Finding.UNKNOWN) {
        result = Category.UNKNOWN;
      }
    }
    return result;
  }

  Determination.Watch watch() {
    Finding result = frame.book().watch().truth(frame).and(frame.recognition().anybody());
    WatchKind kind = null;
    if (result == Finding.MET) {
      for (var entry : frame.book().watchKinds().entrySet()) {
        if (kind == null && entry.getValue().truth(frame) == Finding.MET) {
          kind = entry.getKey();
        }
      }
    }
    return new Determination.Watch(result, kind);
  }
}
