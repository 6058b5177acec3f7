package org.yimen.linkage;

import org.yimen.linkage.text.BirthDate;
import org.yimen.linkage.text.CitizenNumber;
import org.yimen.linkage.text.Names;

/** A row made ready for comparing. */
record RowView(
    SourceRecord source,
    CitizenNumber number,
    String name,
    String otherName,
    Place place,
    int birth,
    String phone,
    int relation) {

  static RowView of(SourceRecord source) {
    CitizenNumber number = CitizenNumber.normalise(source.number());
    BirthDate birth = source.birth();
    if (birth == null && number.kind() == CitizenNumber.Kind.PLACEHOLDER) {
      birth = number.birth();
    }
    return new RowView(
        source,
        number,
        Names.normalise(source.name()),
        source.otherName() == null ? "" : Names.normalise(source.otherName()),
        Place.of(source.areaCode(), source.address()),
        birth == null ? 0 : birth.packed(),
        PersonKeys.phone(source.phone()),
        Relations.code(source.relation()));
  }

  boolean ofHead() {
    return source.role() != Role.PERSON;
  }

  /** True where something besides the name tells namesakes apart. */
  boolean saysMoreThanName() {
    return number.text().length() > 8
        || birth != 0
        || !place.town().isEmpty()
        || !phone.isEmpty()
        || !otherName.isEmpty();
  }
}
