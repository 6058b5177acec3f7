package org.yimen.demo.district;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person who does not exist. */
public record Person(
    int id,
    Name name,
    String number,
    String ethnic,
    Kin kin,
    Health health,
    Work work,
    Holdings holdings,
    @Nullable LocalDate died,
    String phone,
    boolean inResidenceFile) {

  public String key() {
    return String.format("P%05d", id);
  }

  public boolean male() {
    return kin.male();
  }

  public LocalDate birth() {
    return kin.birth();
  }

  public int age() {
    return kin.age();
  }

  public boolean isHead() {
    return kin.relation().equals(Kin.HEAD);
  }

  /** The ethnic group's short name, as 汉. */
  public String group() {
    String label = Namer.label(ethnic);
    return label == null ? ethnic : label;
  }

  /** Whether a person owns a car, a second home, a business that is going on. */
  public record Holdings(boolean car, boolean secondHome, boolean business) {
    static final Holdings NOTHING = new Holdings(false, false, false);
  }
}
