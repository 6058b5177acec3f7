package org.yimen.casework;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names of where a family lives and of the offices that deal with it; village is empty where only
 * the town is known.
 */
public record Offices(String county, String town, String village) {

  /** Of a village's or town's code; names that the register doesn't know are empty. */
  public static Offices of(JdbcClient jdbc, String area) {
    return jdbc.sql(
            """
            select coalesce((select name from registry.area where code = left(:area, 6)), '') as county,
              coalesce((select name from registry.area where code = left(:area, 9)
                and level = 'town'), '') as town,
              coalesce((select name from registry.area where code = :area and level = 'village'), '')
                as village
            """)
        .param("area", area)
        .query(Offices.class)
        .single();
  }

  /** The bureau that decides. */
  public String bureau() {
    return county + "民政局";
  }

  /** Who decided, as the seal says. */
  public String decider(boolean delegated) {
    return delegated ? office() : bureau();
  }

  /** The office that accepts: 东沟乡人民政府, 盐湖街道办事处. */
  public String office() {
    return town.isEmpty() ? "" : town + (town.endsWith("街道") ? "办事处" : "人民政府");
  }

  /** The committee of the village or community. */
  public String committee() {
    if (village.endsWith("社区")) {
      return village + "居民委员会";
    }
    return village + (village.endsWith("村") ? "民委员会" : "村（居）民委员会");
  }

  public String whole() {
    return county + town + village;
  }
}
