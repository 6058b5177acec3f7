package org.yimen.identity.staff;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yimen.platform.PlainFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The units, areas, roles, positions and people of a new district, as a YAML file names them. */
record BootstrapFile(
    @Nullable List<Area> areas,
    @Nullable List<Unit> units,
    @Nullable List<RoleOf> roles,
    @Nullable List<Place> positions,
    @Nullable List<Person> people) {

  record Area(String code, String name, String level, @Nullable String parent) {}

  /** Without an area the unit is responsible for everything. */
  record Unit(
      String code,
      String name,
      @Nullable String parent,
      @Nullable String area,
      @Nullable String areaName,
      @Nullable String duties) {}

  record RoleOf(String code, String name, List<String> permissions) {}

  /** Reach is area (the usual), unit or own. */
  record Place(String code, String unit, String name, String role, @Nullable String reach) {}

  record Person(String username, String name, String position, @Nullable LocalDate from) {}

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Everything stays text: an area code is no number, and dates are read by their type. */
  private static final class Texts extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }

  /** Reads the file; a plain failure names the place of what can't be understood. */
  static BootstrapFile read(Reader text) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options), new Representer(unused), unused, options, new Texts());
    try {
      Object read = yaml.load(text);
      return JSON.convertValue(read == null ? Map.of() : read, BootstrapFile.class).checked();
    } catch (MarkedYAMLException e) {
      throw new PlainFailure("引导文件的格式不对：" + e.getProblem() + e.getProblemMark(), e);
    } catch (JacksonException e) {
      throw new PlainFailure("引导文件中有不认识的内容：" + place(e), e);
    }
  }

  private static String place(JacksonException e) {
    return e instanceof DatabindException bound && !bound.getPath().isEmpty()
        ? bound.getPath().stream()
            .map(
                step ->
                    step.getPropertyName() == null
                        ? "第 %d 项".formatted(step.getIndex() + 1)
                        : step.getPropertyName())
            .collect(Collectors.joining(" → "))
        : Objects.requireNonNullElse(e.getOriginalMessage(), "");
  }

  private BootstrapFile checked() {
    List<Unit> allUnits = all(units);
    allUnits.forEach(unit -> needed("units", unit.code, unit.name));
    all(areas).forEach(area -> needed("areas", area.code, area.name, area.level));
    all(roles).forEach(role -> needed("roles", role.code, role.name, role.permissions));
    all(positions)
        .forEach(place -> needed("positions", place.code, place.unit, place.name, place.role));
    for (Person person : all(people)) {
      needed("people", person.username, person.name, person.position);
      if (!person.username.matches(AccountChanges.USERNAME)) {
        throw new PlainFailure("用户名 %s 不可用：只用小写字母、数字、点和横线，2 到 40 位。".formatted(person.username));
      }
    }
    return this;
  }

  private static void needed(String part, @Nullable Object... values) {
    for (Object value : values) {
      if (value == null || value.toString().isBlank()) {
        throw new PlainFailure("引导文件 %s 中有一项缺少必填的内容。".formatted(part));
      }
    }
  }

  static <T> List<T> all(@Nullable List<T> part) {
    return part == null ? List.of() : part;
  }
}
