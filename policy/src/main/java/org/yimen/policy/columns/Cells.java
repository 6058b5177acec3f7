package org.yimen.policy.columns;

/** Which column of a table holds what; a code not known is -1. */
public final class Cells {
  /** Of a yes-or-no column: yes; 0 is no, -1 not known. */
  public static final int MET = 2;

  public static final int UNKNOWN = -1;

  /** Codes of a household. */
  public static final int RESIDENCE = 0;

  public static final int PAYMENT_CLASS = 1;
  public static final int HOUSING_GRADE = 2;
  public static final int FORMERLY_POOR = 3;
  public static final int FARMER = 4;
  public static final int DROPOUT = 5;
  public static final int RISK = 6;
  public static final int PROPERTY_GAP = 7;
  public static final int WATER = 8;
  public static final int WATER_SAFE = 9;
  public static final int DRY_AREA = 10;

  /** Numbers of a household; five of water come first. */
  public static final int TOLD_DIBAO = 5;

  public static final int TOLD_NET = 6;

  /** Codes of a member. */
  public static final int RELATION = 0;

  public static final int LABOUR = 1;
  public static final int EMPLOYMENT = 2;
  public static final int STUDENT = 3;
  public static final int SUPPORT_MODE = 4;
  public static final int INCOME_GAP = 5;
  public static final int EXPENSES_GAP = 6;
  public static final int OBLIGORS_GAP = 7;

  /** Numbers of a member and of an obligor: the day of birth as yyyymmdd, 0 where not known. */
  public static final int BIRTH = 0;

  public static final int TOGETHER = 1;
  public static final int CLERGY = 2;
  public static final int LOST = 3;
  public static final int FLAGS = 4;

  /** Codes and numbers of items. */
  public static final int KIND = 0;

  public static final int YEARLY = 1;
  public static final int AMOUNT = 0;

  /** From when to when an income was paid, or on which day an expense; days since 1970. */
  public static final int DAYS = 1;

  /** Codes and numbers of assets. */
  public static final int VEHICLE = 1;

  public static final int SOLE = 2;
  public static final int FAMILY_RUN = 3;
  public static final int CONFIRMED = 4;
  public static final int EMPLOYEES = 1;

  public static final int LEVEL = 0;

  /** Codes and numbers of an obligor. */
  public static final int STATUS = 0;

  public static final int PROPERTY_OK = 1;
  public static final int OWN_INCOME = 1;
  public static final int PER_CAPITA = 2;
  public static final int FAMILY_SIZE = 3;
  public static final int SUPPORTED = 4;
  public static final int CHILDREN = 5;
  public static final int PAYS = 6;

  private Cells() {}
}
