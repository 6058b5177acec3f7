package org.yimen.eligibility.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Range;

/** What registers show in members' names. A hit is a question to the family, not an answer. */
public final class Holdings {

  /** From the county on, which all addresses of one place have in common. */
  private static final Pattern WITHIN_COUNTY = Pattern.compile("^(?:.*?自治区)?.*?(?:自治县|县|区)(.+)$");

  private Holdings() {}

  /** The assets that decide; a home only where it is another one than the family lives in. */
  static List<Asset> of(HouseholdRecord household) {
    List<Asset> assets = new ArrayList<>();
    for (MemberRecord member : household.members()) {
      for (Said said : held(member)) {
        add(assets, said, household.address());
      }
    }
    if (!assets.isEmpty() && assets.stream().anyMatch(asset -> asset.kind() == Asset.Kind.HOME)) {
      assets.add(Asset.home()); // and the one that it lives in
    }
    return assets;
  }

  private static void add(List<Asset> assets, Said said, @Nullable String address) {
    if (said.is(FactKind.PROPERTY_VEHICLE, "car")) {
      assets.add(Asset.vehicle(Asset.Vehicle.CAR, false));
    } else if (said.is(FactKind.PROPERTY_VEHICLE, "truck")) {
      assets.add(Asset.vehicle(Asset.Vehicle.TRUCK, false));
    } else if (said.is(FactKind.PROPERTY_HOME, "nonResidential")) {
      assets.add(Asset.nonResidential());
    } else if (said.is(FactKind.PROPERTY_HOME) && elsewhere(said.detail(), address)) {
      assets.add(Asset.home());
    } else if (said.is(FactKind.PROPERTY_BUSINESS, "active")) {
      assets.add(
          Asset.business(new Asset.Business(1, false, Range.exactly(Math.max(0, said.amount())))));
    }
  }

  /** Whether a registered home lies somewhere else than the household lives. */
  static boolean elsewhere(@Nullable String place, @Nullable String address) {
    if (place == null || address == null) {
      return false;
    }
    Matcher local = WITHIN_COUNTY.matcher(address);
    return !place.contains(local.matches() ? local.group(1) : address);
  }

  /** The hits that decide, as sentences that name the member. */
  public static List<String> sentences(HouseholdRecord household) {
    List<String> found = new ArrayList<>();
    for (MemberRecord member : household.members()) {
      for (Said said : held(member)) {
        String what = what(said, household.address());
        if (what != null) {
          found.add(member.name() + "名下有" + what);
        }
      }
    }
    return found.isEmpty() ? found : found.stream().distinct().toList();
  }

  private static List<Said> held(MemberRecord member) {
    boolean anything =
        member.has(FactKind.PROPERTY_VEHICLE)
            || member.has(FactKind.PROPERTY_HOME)
            || member.has(FactKind.PROPERTY_BUSINESS);
    return anything ? member.said().all() : List.of();
  }

  private static @Nullable String what(Said said, @Nullable String address) {
    return switch (said.kind()) {
      case PROPERTY_VEHICLE ->
          said.is(said.kind(), "car") ? "小型汽车" : said.is(said.kind(), "truck") ? "货车" : null;
      case PROPERTY_HOME ->
          said.is(said.kind(), "nonResidential")
              ? "非居住用房"
              : elsewhere(said.detail(), address) ? "现住房以外的住房" : null;
      case PROPERTY_BUSINESS -> said.is(said.kind(), "active") ? "存续的经营主体" : null;
      default -> null;
    };
  }
}
