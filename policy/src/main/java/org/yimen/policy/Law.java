package org.yimen.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Household;

/** The rules in force, loaded once; determines households. Safe for use by many threads. */
public final class Law {

  private Law() {}

  /**
   * The national and regional rules of the product, and over them the dated values of the folders.
   *
   * @throws IllegalArgumentException with file and line where a rule file is wrong
   */
  public static Law load(List<Path> areaFolders) {
    return new Law();
  }

  /** The determination with its reasons; the same facts always give the same. */
  public Determination determine(Household household, LocalDate date, @Nullable String area) {
    throw new UnsupportedOperationException("the tree is not here yet");
  }

  /** The same determination without its reasons, for whole registers. */
  public Decision decide(Household household, LocalDate date, @Nullable String area) {
    throw new UnsupportedOperationException("the tree is not here yet");
  }

  /**
   * A dated value, most specific area first.
   *
   * @param id a full id, or one to which the residence is added ({@code dibao.standard})
   * @return null where no value holds
   */
  public Determination.@Nullable UsedParameter parameter(
      String id, LocalDate date, @Nullable String area, Household.Residence residence) {
    throw new UnsupportedOperationException("the tree is not here yet");
  }

  /** The Chinese name of a condition ({@code dibao.income}, {@code tekun.labour@a}). */
  public String conditionTitle(String id) {
    throw new UnsupportedOperationException("the tree is not here yet");
  }

  /** The Chinese name of a parameter. */
  public String parameterTitle(String id) {
    throw new UnsupportedOperationException("the tree is not here yet");
  }

  /** A hash of all rule files in the order of loading. */
  public long hash() {
    throw new UnsupportedOperationException("the tree is not here yet");
  }
}
