package org.yimen.bench.deciding;

import java.util.Map;
import org.yimen.policy.facts.Asset;

/** Something the household owns, as Drools and DMN get it. */
public final class PeerAsset {
  private final int household;
  private final long financial;
  private final boolean home;
  private final boolean barred;

  PeerAsset(int household, Asset asset) {
    this.household = household;
    this.financial = DibaoByHand.financial(asset);
    this.home = asset.kind() == Asset.Kind.HOME;
    this.barred = DibaoByHand.isBarred(asset);
  }

  public int getHousehold() {
    return household;
  }

  /** Fen; 0 where it is no savings. */
  public long getFinancial() {
    return financial;
  }

  public boolean isHome() {
    return home;
  }

  public boolean isBarred() {
    return barred;
  }

  Map<String, Object> context() {
    return Map.of("financial", financial, "home", home, "barred", barred);
  }
}
