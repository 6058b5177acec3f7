package org.yimen.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.linkage.matching.BlockIndex;
import org.yimen.linkage.matching.Keys;
import org.yimen.linkage.text.BirthDate;
import org.yimen.linkage.text.CitizenNumber;
import org.yimen.linkage.text.Names;
import org.yimen.linkage.text.Sex;

/**
 * The persons known so far, in memory, indexed by everything a file may know them by. Not safe for
 * use by several threads at once.
 */
public final class Register {
  private static final int START = 1 << 12;

  private final BlockIndex index = new BlockIndex(START * 16);
  private final Map<Integer, List<String>> otherNames = new HashMap<>();
  private final Map<String, String> shared = new HashMap<>();
  private int size;
  private boolean moved;
  private long[] ids = new long[START];
  private long[] households = new long[START];
  private String[] names = new String[START];
  private CitizenNumber[] numbers = new CitizenNumber[START];
  private long[] packedNumbers = new long[START];
  private Place[] places = new Place[START];
  private int[] births = new int[START];
  private byte[] sexes = new byte[START];
  private byte[] relations = new byte[START];

  /** How many persons are known. */
  public int size() {
    return size;
  }

  /** Adds a person; ids must not repeat. */
  public void add(KnownPerson person) {
    if (find(person.id()) >= 0) {
      throw new IllegalArgumentException("person " + person.id() + " is already known");
    }
    grow();
    int at = size++;
    CitizenNumber number = CitizenNumber.normalise(person.number());
    ids[at] = person.id();
    households[at] = person.household();
    names[at] = Names.normalise(person.name());
    know(at, number);
    places[at] = place(Place.of(person.areaCode(), person.address()));
    BirthDate birth = person.birth() == null ? number.birth() : person.birth();
    births[at] = birth == null ? 0 : birth.packed();
    Sex sex = person.sex() == null ? number.sex() : person.sex();
    sexes[at] = (byte) (sex == null ? 0 : sex == Sex.MALE ? 1 : 2);
    relations[at] = Relations.code(person.relation());
    index.add(Keys.of(PersonKeys.ID, person.id()), at);
    if (person.household() != 0) {
      index.add(Keys.of(PersonKeys.HOUSEHOLD, person.household()), at);
    }
    PersonKeys.ofNumber(number, key -> index.add(key, at));
    PersonKeys.ofName(names[at], places[at], births[at], key -> index.add(key, at));
    PersonKeys.ofPlace(places[at], births[at], key -> index.add(key, at));
    learnPhone(at, person.phone());
  }

  /**
   * Remembers what a row accepted as this person's tells beyond the register: another spelling, a
   * phone, a number where none was known. Learning the same row twice changes nothing.
   */
  public void learn(long person, SourceRecord accepted) {
    int at = known(person);
    learnName(at, Names.normalise(accepted.name()));
    learnPhone(at, accepted.phone());
    CitizenNumber number = CitizenNumber.normalise(accepted.number());
    boolean better = number.whole() && numbers[at].text().length() != 18;
    boolean repairs = number.whole() && !numbers[at].whole();
    if ((better || repairs) && !numbers[at].text().equals(number.text())) {
      know(at, number);
      PersonKeys.ofNumber(number, key -> index.add(key, at));
    }
    Place place = Place.of(accepted.areaCode(), accepted.address());
    if (places[at].village().isEmpty() && !place.village().isEmpty()) {
      places[at] = place(place);
      PersonKeys.ofName(names[at], places[at], births[at], key -> index.add(key, at));
      PersonKeys.ofPlace(places[at], births[at], key -> index.add(key, at));
    }
  }

  private void know(int at, CitizenNumber number) {
    numbers[at] = CitizenNumber.normalise(number.text());
    packedNumbers[at] = numbers[at].packed();
  }

  /** The household of a known person, 0 where none is known. */
  public long householdOf(long person) {
    return households[known(person)];
  }

  /** Puts a person into another household, as a newer residence file says. */
  public void move(long person, long household) {
    int at = known(person);
    if (households[at] != household) {
      moved = true;
      households[at] = household;
      index.add(Keys.of(PersonKeys.HOUSEHOLD, household), at);
    }
  }

  private int known(long person) {
    int at = find(person);
    if (at < 0) {
      throw new IllegalArgumentException("person " + person + " is not known");
    }
    return at;
  }

  BlockIndex index() {
    return index;
  }

  /** Position of a person, negative where the id is not known. */
  int find(long id) {
    for (int e = index.first(Keys.of(PersonKeys.ID, id)); e >= 0; e = index.next(e)) {
      if (ids[index.item(e)] == id) {
        return index.item(e);
      }
    }
    return -1;
  }

  long id(int at) {
    return ids[at];
  }

  long household(int at) {
    return households[at];
  }

  String name(int at) {
    return names[at];
  }

  List<String> otherNames(int at) {
    return otherNames.getOrDefault(at, List.of());
  }

  CitizenNumber number(int at) {
    return numbers[at];
  }

  /** 0 where the number isn't whole. */
  long packedNumber(int at) {
    return packedNumbers[at];
  }

  Place place(int at) {
    return places[at];
  }

  int birth(int at) {
    return births[at];
  }

  @Nullable Sex sex(int at) {
    return sexes[at] == 0 ? null : sexes[at] == 1 ? Sex.MALE : Sex.FEMALE;
  }

  int relation(int at) {
    return relations[at];
  }

  /** Positions of the persons of a household in the order of joining, none for household 0. */
  int[] members(long household) {
    return moved ? stayed(household) : joined(household);
  }

  private int[] joined(long household) {
    long key = Keys.of(PersonKeys.HOUSEHOLD, household);
    int[] members = new int[household == 0 ? 0 : index.count(key)];
    int n = members.length;
    for (int e = index.first(key); n > 0; e = index.next(e)) {
      members[--n] = index.item(e);
    }
    return members;
  }

  /** As the index keeps those who have left, and those who came back twice. */
  private int[] stayed(long household) {
    long key = Keys.of(PersonKeys.HOUSEHOLD, household);
    int[] members = new int[household == 0 ? 0 : index.count(key)];
    int n = members.length;
    for (int e = index.first(key); e >= 0 && n > 0; e = index.next(e)) {
      int at = index.item(e);
      if (households[at] == household && !contains(members, n, at)) {
        members[--n] = at;
      }
    }
    return n == 0 ? members : Arrays.copyOfRange(members, n, members.length);
  }

  private static boolean contains(int[] members, int from, int at) {
    for (int i = from; i < members.length; i++) {
      if (members[i] == at) {
        return true;
      }
    }
    return false;
  }

  private void learnName(int at, String name) {
    if (name.isEmpty() || name.equals(names[at]) || otherNames(at).contains(name)) {
      return;
    }
    otherNames.computeIfAbsent(at, none -> new ArrayList<>(1)).add(name);
    PersonKeys.ofName(name, places[at], births[at], key -> index.add(key, at));
  }

  private void learnPhone(int at, @Nullable String raw) {
    String phone = PersonKeys.phone(raw);
    if (phone.isEmpty()) {
      return;
    }
    long key = Keys.of(PersonKeys.PHONE, phone);
    for (int e = index.first(key); e >= 0; e = index.next(e)) {
      if (index.item(e) == at) {
        return;
      }
    }
    index.add(key, at);
  }

  private Place place(Place place) {
    String village = shared.computeIfAbsent(place.village(), code -> code);
    String town = shared.computeIfAbsent(place.town(), code -> code);
    return new Place(village, town, place.door());
  }

  private void grow() {
    if (size < ids.length) {
      return;
    }
    int wider = size * 2;
    ids = Arrays.copyOf(ids, wider);
    households = Arrays.copyOf(households, wider);
    names = Arrays.copyOf(names, wider);
    numbers = Arrays.copyOf(numbers, wider);
    packedNumbers = Arrays.copyOf(packedNumbers, wider);
    places = Arrays.copyOf(places, wider);
    births = Arrays.copyOf(births, wider);
    sexes = Arrays.copyOf(sexes, wider);
    relations = Arrays.copyOf(relations, wider);
  }
}
