package org.yimen.linkage;

import java.util.Arrays;
import org.yimen.linkage.matching.BlockIndex;
import org.yimen.linkage.matching.Keys;
import org.yimen.linkage.text.Names;

/** Persons a row may be of, found under every key the row can form. */
final class Candidates {
  /** A block larger than this tells nobody apart and is passed over. */
  private static final int LARGEST_BLOCK = 400;

  private final Register register;
  private final BlockIndex index;
  private int[] found = new int[64];
  private int size;
  private int[] stamps = new int[0];
  private int stamp;

  Candidates(Register register) {
    this.register = register;
    this.index = register.index();
  }

  int size() {
    return size;
  }

  int get(int i) {
    return found[i];
  }

  /** Starts anew with persons who carry the row's whole number. */
  void byNumber(RowView row) {
    begin();
    if (row.number().whole()) {
      take(Keys.of(PersonKeys.NUMBER, row.number().text()));
    }
  }

  /** Starts anew with everybody who shares any key with the row. */
  void byEverything(RowView row, long[] companions) {
    byNumber(row);
    int carriers = size;
    for (int i = 0; i < carriers; i++) {
      household(register.household(found[i]));
    }
    PersonKeys.ofNumber(row.number(), this::take);
    if (!row.phone().isEmpty()) {
      phone(Keys.of(PersonKeys.PHONE, row.phone()));
    }
    for (long household : companions) {
      household(household);
    }
    place(row);
    name(row);
  }

  private void place(RowView row) {
    Place place = row.place();
    if (place.village().isEmpty()) {
      return;
    }
    if (place.door() != 0) {
      take(Keys.of(PersonKeys.DOOR, place.village(), place.door()));
    }
    if (row.birth() != 0) {
      take(Keys.of(PersonKeys.BIRTH_IN_VILLAGE, place.village(), row.birth()));
    }
  }

  private void name(RowView row) {
    if (row.name().isEmpty()) {
      return;
    }
    String sound = Names.soundSkeleton(row.name());
    String[] parts = Names.parts(row.name());
    String village = row.place().village();
    String town = row.place().town();
    boolean narrowed = row.birth() != 0 || !town.isEmpty();
    if (row.birth() != 0) {
      take(Keys.of(PersonKeys.SOUND_AND_BIRTH, sound, row.birth()));
    }
    if (!village.isEmpty()) {
      take(Keys.of(PersonKeys.SOUND_IN_VILLAGE, sound, village));
    } else if (!town.isEmpty()) {
      take(Keys.of(PersonKeys.SOUND_IN_TOWN, sound, town));
    }
    for (String part : parts) {
      part(Names.consonants(part), village, town);
    }
    if (!narrowed || village.isEmpty()) {
      take(Keys.of(PersonKeys.SOUND, sound));
    }
  }

  private void part(String key, String village, String town) {
    if (!village.isEmpty()) {
      take(Keys.of(PersonKeys.PART_IN_VILLAGE, key, village));
    } else if (!town.isEmpty()) {
      take(Keys.of(PersonKeys.PART_IN_TOWN, key, town));
    } else {
      take(Keys.of(PersonKeys.PART, key));
    }
  }

  private void phone(long key) {
    if (index.count(key) > LARGEST_BLOCK) {
      return;
    }
    for (int e = index.first(key); e >= 0; e = index.next(e)) {
      int at = index.item(e);
      put(at);
      household(register.household(at));
    }
  }

  private void household(long household) {
    for (int at : register.members(household)) {
      put(at);
    }
  }

  private void take(long key) {
    if (index.count(key) > LARGEST_BLOCK) {
      return;
    }
    for (int e = index.first(key); e >= 0; e = index.next(e)) {
      put(index.item(e));
    }
  }

  private void begin() {
    size = 0;
    stamp++;
    if (stamps.length < register.size()) {
      stamps = Arrays.copyOf(stamps, Math.max(register.size(), stamps.length * 2));
    }
  }

  private void put(int at) {
    if (stamps[at] == stamp) {
      return;
    }
    stamps[at] = stamp;
    if (size == found.length) {
      found = Arrays.copyOf(found, size * 2);
    }
    found[size++] = at;
  }
}
