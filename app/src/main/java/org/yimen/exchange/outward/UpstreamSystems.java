package org.yimen.exchange.outward;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yimen.exchange.outward.UpstreamSystem.Column;
import org.yimen.exchange.outward.UpstreamSystem.Sheet;
import org.yimen.exchange.outward.family.Family;
import org.yimen.exchange.reading.text.CodeLists;
import org.yimen.platform.ProblemType;
import tools.jackson.databind.JsonNode;

/** The two systems as {@code outward/*.yaml} describe them, and how cells are filled. */
@Component
public class UpstreamSystems {

  private static final String ROOT = "outward/";
  private static final List<String> FILES = List.of("low-income.yaml", "return-to-poverty.yaml");
  private static final int YEAR_AND_MONTH = 7;

  private final Map<String, UpstreamSystem> systems = new LinkedHashMap<>();
  private final CodeLists codes = new CodeLists();

  UpstreamSystems(Environment environment) {
    List<Path> folders =
        Arrays.stream(environment.getProperty("yimen.area", "").split(","))
            .filter(folder -> !folder.isBlank())
            .map(folder -> Path.of(folder.strip(), "outward"))
            .toList();
    try {
      Resource[] lists =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + ROOT + "codes/*.csv");
      for (Resource list : lists) {
        String name = Objects.requireNonNull(list.getFilename());
        try (Reader csv = new InputStreamReader(list.getInputStream(), StandardCharsets.UTF_8)) {
          codes.read(name.substring(0, name.lastIndexOf('.')), csv);
        }
      }
      for (String file : FILES) {
        UpstreamSystem system = read(file, folders);
        systems.put(system.id(), system);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<UpstreamSystem> all() {
    return List.copyOf(systems.values());
  }

  /**
   * The system of that id.
   *
   * @throws org.yimen.platform.Problem invalid-request
   */
  public UpstreamSystem get(String id) {
    UpstreamSystem system = systems.get(id);
    if (system == null) {
      throw ProblemType.INVALID_REQUEST.because("没有这个上级系统。请从列表中选择。");
    }
    return system;
  }

  /** The cells of a household's row, or of a member's, in the order of the sheet. */
  List<String> cells(Sheet sheet, Family family, Family.@Nullable Person person) {
    List<String> cells = new ArrayList<>();
    for (Column column : sheet.columns()) {
      cells.add(column.change() ? "" : text(column, value(column, family, person)));
    }
    return cells;
  }

  private static JsonNode value(Column column, Family family, Family.@Nullable Person person) {
    String path = column.value();
    boolean ofFamily = path.startsWith("family.");
    JsonNode node = person == null || ofFamily ? family.told() : person.told();
    for (String step : (ofFamily ? path.substring("family.".length()) : path).split("\\.")) {
      node = node.path(step);
    }
    if (node.isMissingNode() && path.equals("relation") && person != null) {
      return person.told().path("relationText");
    }
    return node;
  }

  private String text(Column column, JsonNode value) {
    if (value.isArray()) {
      List<String> all = new ArrayList<>();
      value.forEach(one -> all.add(one(column, one)));
      return String.join("、", all);
    }
    return one(column, value);
  }

  private String one(Column column, JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean() ? "是" : "否";
    }
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue().stripTrailingZeros();
      return named(column, number.toPlainString());
    }
    String text = value.isString() ? value.asString().strip() : "";
    if (column.month() && text.length() >= YEAR_AND_MONTH) {
      return text.substring(0, YEAR_AND_MONTH).replace("-", "");
    }
    return text.isEmpty() ? "" : named(column, text);
  }

  private String named(Column column, String code) {
    String list = column.list();
    return list == null ? code : Objects.requireNonNull(codes.get(list), list).name(code);
  }

  /** A description of an area folder goes before ours. */
  private static InputStream open(String file, List<Path> folders) throws IOException {
    for (Path folder : folders) {
      if (Files.exists(folder.resolve(file))) {
        return Files.newInputStream(folder.resolve(file));
      }
    }
    return new ClassPathResource(ROOT + file).getInputStream();
  }

  private UpstreamSystem read(String file, List<Path> folders) throws IOException {
    try (InputStream in = open(file, folders)) {
      Map<String, Object> said = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new UpstreamSystem(
          text(said, "id"),
          text(said, "title"),
          text(said, "bureau"),
          text(said, "prefix"),
          maps(said.get("sheets")).stream().map(this::sheet).toList());
    }
  }

  private Sheet sheet(Map<String, Object> said) {
    return new Sheet(
        text(said, "sheet"),
        text(said, "of"),
        maps(said.get("columns")).stream().map(this::column).toList());
  }

  private Column column(Map<String, Object> said) {
    Object list = said.get("list");
    if (list != null && codes.get(list.toString()) == null) {
      throw new IllegalStateException("no code list " + list);
    }
    return new Column(
        text(said, "header"),
        text(said, "value"),
        list == null ? null : list.toString(),
        Boolean.TRUE.equals(said.get("required")),
        Boolean.TRUE.equals(said.get("month")));
  }

  private static String text(Map<String, Object> said, String key) {
    return Objects.requireNonNull(said.get(key), key).toString();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(@Nullable Object list) {
    return list == null ? List.of() : (List<Map<String, Object>>) list;
  }
}
