package org.yimen.linkage;

import org.jspecify.annotations.Nullable;
import org.yimen.linkage.matching.BlockIndex;
import org.yimen.linkage.matching.Keys;
import org.yimen.linkage.text.BirthDate;
import org.yimen.linkage.text.CitizenNumber;
import org.yimen.linkage.text.Names;
import org.yimen.linkage.text.Sex;

/** Weighs a row against one person of the register. */
final class Comparison {
  private static final double RELATIVES_NUMBER = 4;
  private static final double OTHER_PERSON = -45;
  private static final double CARRIED_BY_ANOTHER = 16;
  private static final double RAREST = 19;
  private static final double BIRTH_IN_HEAD = 11;

  /** So many bits below one person of the register nobody changes a decision: one in a million. */
  private static final double HOPELESS = 20;

  /**
   * Of a name met once, a register expects a fraction more outside it: Good and Turing's estimate
   * on rolls of 40,000, where seven names in ten occur once.
   */
  private static final double UNSEEN = 0.25;

  private static final int SAME_TOWN = 3;
  private static final int SAME_VILLAGE = 4;

  private final Register register;
  private final BlockIndex index;

  Comparison(Register register) {
    this.register = register;
    this.index = register.index();
  }

  /** Null where not even an equal name could make the person worth a thought. */
  @Nullable Evidence compare(Asked asked, int at) {
    RowView row = asked.row();
    NumberAgreement number = number(asked, at);
    boolean relatives = number == NumberAgreement.OTHER && ofRelative(asked, at);
    double numberBits = number(row, at, number, relatives);
    double hopeless = log2(register.size() + 1.0) - HOPELESS - RAREST;
    if (numberBits + atMost(asked, at, hopeless - numberBits) < hopeless) {
      return null;
    }
    byte[] levels = levels(asked, at);
    double bits = Field.given().total(levels) + village(asked, levels[Field.PLACE.ordinal()]);
    bits += numberBits - saidTwice(number, levels);
    if (bits < hopeless) {
      return null;
    }
    NameAgreement name = agreement(row.name(), at);
    bits += name(row, at, name) - carriedByAnother(number, name);
    return new Evidence(at, number, relatives, name, levels, bits);
  }

  /** No fields can say more for this person; they are looked at until it is less than needed. */
  private double atMost(Asked asked, int at, double needed) {
    RowView row = asked.row();
    double most = Field.BIRTH.bits(Births.level(row.birth(), register.birth(at)));
    most += asked.restAtMost();
    double near = Math.max(asked.villageBits(), Math.max(asked.townBits(), 0));
    if (most + near + Field.DOOR.most() < needed) {
      return most + near + Field.DOOR.most();
    }
    int place = place(row.place(), register.place(at));
    most += Field.PLACE.bits(place) + village(asked, place);
    return most + Field.DOOR.bits(door(row.place(), register.place(at)));
  }

  private NumberAgreement number(Asked asked, int at) {
    long packed = register.packedNumber(at);
    if (packed != 0 && asked.packedNumber() != 0) {
      return packed == asked.packedNumber() ? NumberAgreement.EQUAL : NumberAgreement.OTHER;
    }
    CitizenNumber said = asked.row().number();
    CitizenNumber known = register.number(at);
    if (known.text().isEmpty() || said.text().isEmpty()) {
      return NumberAgreement.SILENT;
    }
    return known.text().equals(said.text()) && said.whole()
        ? NumberAgreement.EQUAL
        : NumberAgreement.of(said, known);
  }

  private double number(RowView row, int at, NumberAgreement number, boolean relatives) {
    if (number != NumberAgreement.OTHER) {
      return number.bits;
    }
    if (relatives) {
      return RELATIVES_NUMBER;
    }
    BirthDate said = row.number().birth();
    boolean sameBirth = said == null || said.packed() == register.birth(at);
    return sameBirth ? number.bits : OTHER_PERSON;
  }

  /** The head of a number is little more than the date of birth, which the row tells anyway. */
  private static double saidTwice(NumberAgreement number, byte[] levels) {
    boolean twice = number == NumberAgreement.HEAD && levels[Field.BIRTH.ordinal()] == Births.DAY;
    return twice ? BIRTH_IN_HEAD : 0;
  }

  /** A name that has nothing of the carrier's makes the number another person's slip. */
  private static double carriedByAnother(NumberAgreement number, NameAgreement name) {
    return number == NumberAgreement.EQUAL && name == NameAgreement.OTHER ? CARRIED_BY_ANOTHER : 0;
  }

  private NameAgreement agreement(String name, int at) {
    if (name.isEmpty()) {
      return NameAgreement.SILENT;
    }
    NameAgreement best = NameAgreement.of(name, register.name(at));
    for (String other : register.otherNames(at)) {
      NameAgreement next = NameAgreement.of(name, other);
      best = next.compareTo(best) < 0 ? next : best;
    }
    return best;
  }

  /** A rare name says more than a common one. */
  private double name(RowView row, int at, NameAgreement agreement) {
    if (!agreement.fits()) {
      return agreement.cost;
    }
    String known = register.name(at);
    int namesakes =
        switch (agreement) {
          case EQUAL -> index.count(Keys.of(PersonKeys.NAME, row.name()));
          case GIVEN -> partSharers(known);
          default -> index.count(Keys.of(PersonKeys.SOUND, Names.soundSkeleton(known)));
        };
    double others = Math.max(1, namesakes) - 1 + UNSEEN;
    double rarity = log2((register.size() + 1.0) / others);
    return Math.max(agreement.cost, Math.min(rarity, RAREST) + agreement.cost);
  }

  private int partSharers(String known) {
    int most = 1;
    for (String part : Names.parts(known)) {
      most = Math.max(most, index.count(Keys.of(PersonKeys.PART, Names.consonants(part))));
    }
    return most;
  }

  private static double village(Asked asked, int place) {
    return place == SAME_VILLAGE ? asked.villageBits() : place == SAME_TOWN ? asked.townBits() : 0;
  }

  private byte[] levels(Asked asked, int at) {
    RowView row = asked.row();
    byte[] levels = new byte[Field.COUNT];
    set(levels, Field.SEX, sex(row, at));
    set(levels, Field.BIRTH, Births.level(row.birth(), register.birth(at)));
    set(levels, Field.PLACE, place(row.place(), register.place(at)));
    set(levels, Field.DOOR, door(row.place(), register.place(at)));
    set(levels, Field.PHONE, phone(row, at));
    if (row.source().householdSize() != null || !row.otherName().isEmpty()) {
      int[] members = register.members(register.household(at));
      set(levels, Field.SIZE, size(row, members.length));
      set(levels, Field.OTHER_NAME, otherName(row, members));
    }
    int known = register.relation(at);
    boolean heads = row.ofHead();
    set(
        levels,
        Field.RELATION,
        heads || row.relation() * known == 0 ? 0 : row.relation() == known ? 2 : 1);
    set(levels, Field.HEAD, !heads || known == 0 ? 0 : known == Relations.HEAD ? 2 : 1);
    set(levels, Field.COMPANION, companion(register.household(at), asked.companions()));
    return levels;
  }

  private static void set(byte[] levels, Field field, int level) {
    levels[field.ordinal()] = (byte) level;
  }

  private int sex(RowView row, int at) {
    Sex told = row.source().sex();
    Sex known = register.sex(at);
    return told == null || known == null ? 0 : told == known ? 2 : 1;
  }

  private static int place(Place row, Place known) {
    if (row.town().isEmpty() || known.town().isEmpty()) {
      return 0;
    }
    if (!row.town().equals(known.town())) {
      return 1;
    }
    if (row.village().isEmpty() || known.village().isEmpty()) {
      return SAME_TOWN;
    }
    return row.village().equals(known.village()) ? SAME_VILLAGE : 2;
  }

  private static int door(Place row, Place known) {
    boolean comparable = row.door() != 0 && known.door() != 0 && !row.village().isEmpty();
    if (!comparable || !row.village().equals(known.village())) {
      return 0;
    }
    return row.door() == known.door() ? 2 : 1;
  }

  private int phone(RowView row, int at) {
    if (row.phone().isEmpty()) {
      return 0;
    }
    long key = Keys.of(PersonKeys.PHONE, row.phone());
    int first = index.first(key);
    long household = register.household(at);
    for (int e = first; e >= 0; e = index.next(e)) {
      int owner = index.item(e);
      if (owner == at || household != 0 && register.household(owner) == household) {
        return 2;
      }
    }
    return first >= 0 ? 1 : 0;
  }

  private static int size(RowView row, int members) {
    Integer told = row.source().householdSize();
    if (told == null || members == 0) {
      return 0;
    }
    if (told == members) {
      return 4;
    }
    return told < members ? 1 : told == members + 1 ? 3 : 2;
  }

  private int otherName(RowView row, int[] members) {
    if (row.otherName().isEmpty() || members.length == 0) {
      return 0;
    }
    for (int member : members) {
      if (agreement(row.otherName(), member).fits()) {
        return 2;
      }
    }
    return 1;
  }

  private static int companion(long household, long[] companions) {
    if (companions.length == 0 || household == 0) {
      return 0;
    }
    for (long other : companions) {
      if (other == household) {
        return 2;
      }
    }
    return 1;
  }

  private boolean ofRelative(Asked asked, int at) {
    long household = register.household(at);
    for (int owner : asked.carriers()) {
      if (owner != at && household != 0 && register.household(owner) == household) {
        return true;
      }
    }
    return false;
  }

  static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
