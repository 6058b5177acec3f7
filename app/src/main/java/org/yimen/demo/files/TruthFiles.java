package org.yimen.demo.files;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.demo.district.Category;
import org.yimen.demo.district.District;
import org.yimen.demo.district.Dwelling;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Name;
import org.yimen.demo.district.Parameters;
import org.yimen.demo.district.Person;
import org.yimen.demo.district.Watch;

/** What is true of the invented district: people, households, planted errors, parameters. */
final class TruthFiles {
  private final District district;
  private final Path folder;

  TruthFiles(District district, Path folder) {
    this.district = district;
    this.folder = folder;
  }

  void write() throws IOException {
    persons();
    households();
    errors();
    parameters();
  }

  private void persons() throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve("persons.csv"))) {
      out.write(
          "person_id,household_id,name,latin_given,latin_father,citizen_id,sex,ethnic_code,"
              + "birth_date,age,relation_gbt4761,true_disability_category,true_disability_level,"
              + "has_certificate,chronic,serious_disease,out_of_pocket_12m,labour,student,job,"
              + "wage_year,has_car,has_second_home,has_business,death_date,tekun\n");
      for (Household home : district.households()) {
        for (Person person : home.members()) {
          out.write(line(home, person));
        }
      }
    }
  }

  private static String line(Household home, Person p) {
    Name name = p.name();
    boolean disabled = p.health().disability() > 0;
    return csv(p.key(), home.key(), name.text(), name.given(), name.father(), p.number())
        + csv(p.male() ? "M" : "F", p.ethnic(), p.birth(), p.age(), p.kin().relation())
        + csv(disabled ? p.health().disability() : null, disabled ? p.health().level() : null)
        + csv(bit(p.health().certified()), String.join("|", p.health().chronic()))
        + csv(p.health().serious(), p.health().paid(), p.work().labour(), p.work().student())
        + csv(p.work().job(), p.work().wage(), bit(p.holdings().car()))
        + csv(bit(p.holdings().secondHome()), bit(p.holdings().business()), p.died())
        + bit(home.standing().entitled() == Category.TEKUN)
        + "\n";
  }

  private void households() throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve("households.csv"))) {
      out.write(
          "household_id,register_no,town,village,village_code,rural,size,wage,business_net,"
              + "property,transfer,income,per_capita,oop,edu,disaster,accident,rigid_expense,"
              + "savings,car,second_home,business,property_ok,housing_grade,water_quality,"
              + "water_quantity,water_convenience,water_assurance,out_of_poverty,true_category,"
              + "true_monitor_type,risks,register_category,register_monitor_type\n");
      for (Household home : district.households()) {
        out.write(line(home));
      }
    }
  }

  private static String line(Household h) {
    var place = h.place();
    var cost = h.expenses();
    var income = h.income();
    var standing = h.standing();
    Dwelling house = h.dwelling();
    String listed = standing.listed() == Category.NONE ? "" : standing.listed().label();
    return csv(h.key(), h.number(), place.town(), place.village(), place.code())
        + csv(bit(place.rural()), h.size(), income.wage(), income.business(), income.property())
        + csv(income.transfer(), income.total(), String.format(Locale.ROOT, "%.2f", h.perHead()))
        + csv(cost.medical(), cost.schooling(), cost.disaster(), cost.accident(), cost.total())
        + csv(h.savings(), bit(h.owns(x -> x.car())), bit(h.owns(x -> x.secondHome())))
        + csv(bit(h.owns(x -> x.business())), bit(h.propertyWithinLimits()), house.grade())
        + csv(bit(house.quality()), bit(house.quantity()), bit(house.convenience()))
        + csv(bit(house.assurance()), bit(h.formerlyPoor()), standing.entitled().label())
        + csv(standing.watch().label(), String.join("|", standing.risks()), listed)
        + standing.listedWatch().label()
        + "\n";
  }

  private void errors() throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve("register_errors.csv"))) {
      out.write("household_id,kind,detail\n");
      for (Household home : district.households()) {
        Household.Standing standing = home.standing();
        String entitled = standing.entitled().label();
        if (isList(standing.entitled()) && standing.listed() == Category.NONE) {
          out.write(home.key() + ",exclusion," + entitled + " eligible but not enrolled\n");
        }
        if (!isList(standing.entitled()) && standing.listed() == Category.DIBAO) {
          out.write(home.key() + ",inclusion,enrolled 低保 but true category " + entitled + "\n");
        }
        if (standing.watch() != Watch.NONE && standing.listedWatch() == Watch.NONE) {
          out.write(home.key() + ",exclusion,监测对象 not identified\n");
        }
      }
    }
  }

  private static boolean isList(Category category) {
    return category != Category.NONE && category != Category.OTHER;
  }

  private void parameters() throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve("parameters.csv"))) {
      out.write("name,value\n");
      out.write("dibao_std," + Parameters.DIBAO_YEAR + "\n");
      out.write("edge_factor," + Parameters.MARGIN_FACTOR + "\n");
      out.write("lastyear_rural," + Parameters.LAST_YEAR_RURAL + "\n");
      out.write("lastyear_urban," + Parameters.LAST_YEAR_URBAN + "\n");
      out.write("monitor_line," + Parameters.WATCH_LINE + "\n");
      out.write("rigid_ratio," + Parameters.RIGID_RATIO + "\n");
      out.write("savings_months," + Parameters.SAVINGS_MONTHS + "\n");
      out.write("as_of," + Parameters.AS_OF + "\n");
      out.write("seed," + district.seed() + "\n");
    }
  }

  private static String bit(boolean value) {
    return value ? "1" : "0";
  }

  private static String csv(@Nullable Object... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell == null ? "" : cell.toString())
        .collect(Collectors.joining(",", "", ","));
  }
}
