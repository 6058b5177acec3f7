package org.yimen.eligibility;
class SqlTmp {
  static String get(String f) { try { var c = Class.forName("org.yimen.eligibility.evidence.SnapshotSql"); var x = c.getDeclaredField(f); x.setAccessible(true); return (String) x.get(null);} catch (Exception e) { throw new RuntimeException(e);} }
  static String fill(String s, String... v) { for (String x : v) s = s.replaceFirst("\\?", x); return s; }
  static String D = "date '2025-08-01'";
  static String members() { return fill(get("MEMBERS"), D, D, D, "0", "99999999"); }
  static String facts() { return fill(get("FACTS"), "0", "99999999", D, D, "now()", "0", "99999999", D, D, "now()"); }
}
