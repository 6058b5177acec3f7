package org.yimen.bench.deciding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yimen.policy.facts.Household;

/** A household as Drools and DMN get it; members own nothing by themselves. */
public final class PeerHousehold {
  private final int id;
  private final List<PeerPerson> members;
  private final List<PeerAsset> assets;
  private boolean entitled;

  PeerHousehold(int id, Household household, LocalDate date) {
    this.id = id;
    this.members = household.members().stream().map(m -> new PeerPerson(id, m, date)).toList();
    this.assets = household.property().stream().map(a -> new PeerAsset(id, a)).toList();
  }

  public int getId() {
    return id;
  }

  public void entitle() {
    entitled = true;
  }

  boolean entitled() {
    return entitled;
  }

  void forget() {
    entitled = false;
  }

  /** Itself, its members and its property, for Drools. */
  List<Object> facts() {
    List<Object> facts = new ArrayList<>(members);
    facts.addAll(assets);
    facts.add(this);
    return facts;
  }

  /** The same as a context of FEEL. */
  Map<String, Object> context() {
    return Map.of(
        "members", members.stream().map(PeerPerson::context).toList(),
        "assets", assets.stream().map(PeerAsset::context).toList());
  }
}
