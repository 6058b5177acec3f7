package org.yimen.linkage;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.yimen.linkage.matching.Keys;
import org.yimen.linkage.text.CitizenNumber;
import org.yimen.linkage.text.Names;

/** The keys under which a person is looked for: so many that any one kind of damage spares some. */
final class PersonKeys {
  static final int ID = 1;
  static final int HOUSEHOLD = 2;
  static final int NUMBER = 3;
  static final int NUMBER_TAIL = 4;
  static final int NUMBER_HEAD = 5;
  static final int NUMBER_ENDS = 6;
  static final int NUMBER_OLD = 7;
  static final int NAME = 8;
  static final int SOUND = 9;
  static final int SOUND_IN_VILLAGE = 10;
  static final int SOUND_IN_TOWN = 11;
  static final int SOUND_AND_BIRTH = 12;
  static final int PART = 13;
  static final int PART_IN_VILLAGE = 14;
  static final int PART_IN_TOWN = 15;
  static final int BIRTH_IN_VILLAGE = 16;
  static final int DOOR = 17;
  static final int VILLAGE = 18;
  static final int TOWN = 19;
  static final int PHONE = 20;

  private static final int LONGEST_HAN = 4;

  private PersonKeys() {}

  static void ofNumber(CitizenNumber number, LongConsumer keys) {
    String text = number.text();
    if (text.length() < CitizenNumber.OLD_LENGTH) {
      return;
    }
    keys.accept(Keys.of(NUMBER, text));
    if (text.length() < 17) {
      return;
    }
    keys.accept(Keys.of(NUMBER_HEAD, text.substring(0, 14)));
    keys.accept(Keys.of(NUMBER_TAIL, text.substring(6, 17)));
    if (text.length() == 18) {
      keys.accept(Keys.of(NUMBER_ENDS, text.substring(0, 6), text.substring(14)));
      keys.accept(Keys.of(NUMBER_OLD, text.substring(0, 6), text.substring(8, 17)));
    }
  }

  static void ofName(String name, Place place, int birth, LongConsumer keys) {
    if (name.isEmpty()) {
      return;
    }
    keys.accept(Keys.of(NAME, name));
    sound(Names.soundSkeleton(name), place, birth, keys);
    String[] parts = Names.parts(name);
    if (parts.length == 2) {
      sound(Names.consonants(parts[0] + parts[1]), place, birth, keys);
      String turned = Names.consonants(parts[1] + parts[0]);
      sound(turned, place, birth, keys);
    }
    for (String part : parts) {
      if (parts.length == 2 || name.length() > LONGEST_HAN) {
        part(Names.consonants(part), place, keys);
      }
    }
  }

  static void ofPlace(Place place, int birth, LongConsumer keys) {
    if (!place.town().isEmpty()) {
      keys.accept(Keys.of(TOWN, place.town()));
    }
    if (place.village().isEmpty()) {
      return;
    }
    keys.accept(Keys.of(VILLAGE, place.village()));
    if (birth != 0) {
      keys.accept(Keys.of(BIRTH_IN_VILLAGE, place.village(), birth));
    }
    if (place.door() != 0) {
      keys.accept(Keys.of(DOOR, place.village(), place.door()));
    }
  }

  /** The digits of a phone, at least seven, otherwise empty; a country code is left out. */
  static String phone(@Nullable String raw) {
    if (raw == null) {
      return "";
    }
    StringBuilder digits = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      int digit = Character.digit(raw.charAt(i), 10);
      if (digit >= 0) {
        digits.append(digit);
      }
    }
    String text = digits.toString();
    if (text.length() == 13 && text.startsWith("86")) {
      text = text.substring(2);
    }
    return text.length() < 7 || text.chars().distinct().count() < 3 ? "" : text;
  }

  private static void sound(String sound, Place place, int birth, LongConsumer keys) {
    keys.accept(Keys.of(SOUND, sound));
    if (!place.village().isEmpty()) {
      keys.accept(Keys.of(SOUND_IN_VILLAGE, sound, place.village()));
    }
    if (!place.town().isEmpty()) {
      keys.accept(Keys.of(SOUND_IN_TOWN, sound, place.town()));
    }
    if (birth != 0) {
      keys.accept(Keys.of(SOUND_AND_BIRTH, sound, birth));
    }
  }

  private static void part(String part, Place place, LongConsumer keys) {
    keys.accept(Keys.of(PART, part));
    if (!place.village().isEmpty()) {
      keys.accept(Keys.of(PART_IN_VILLAGE, part, place.village()));
    }
    if (!place.town().isEmpty()) {
      keys.accept(Keys.of(PART_IN_TOWN, part, place.town()));
    }
  }
}
