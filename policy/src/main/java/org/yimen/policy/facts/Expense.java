package org.yimen.policy.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the family paid itself.
 *
 * @param amount fen
 * @param date day it was paid, null: within the last twelve months
 */
public record Expense(Kind kind, Range amount, @Nullable LocalDate date) {

  public static Expense of(Kind kind, Range amount) {
    return new Expense(kind, amount, null);
  }

  /** Kinds of expense. */
  public enum Kind implements Coded {
    MEDICAL("medical", "医疗"),
    REHABILITATION("rehabilitation", "残疾康复"),
    EDUCATION("education", "教育"),
    DISASTER("disaster", "灾害"),
    ACCIDENT("accident", "意外事故"),
    LIVING("living", "基本生活"),
    OTHER("other", "其他");

    private final String code;
    private final String title;

    Kind(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
