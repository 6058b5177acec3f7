package org.yimen.batch.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.Refused;
import org.yimen.batch.facts.Column;
import org.yimen.batch.facts.FactTable;
import org.yimen.batch.facts.Fault;

/**
 * What the first line of a CSV file says: which table it is and where each column stands.
 *
 * @param columns per place in the line the column of the table, or one of the keys
 */
record CsvTable(FactTable table, int[] columns) implements Serializable {
  /** Keys of the rows that a row belongs to; they are no columns of the table. */
  static final int HOUSEHOLD = -1;

  static final int MEMBER = -2;
  static final int OBLIGOR = -3;

  private static final Pattern NAME =
      Pattern.compile(
          "(household|member|income|cost|expense|property|disability|obligor)"
              + "([-_.0-9][^/]*)?(\\.csv(\\.gz)?|/[^/]*)");

  /** Which keys the rows of a table have, and whether each must be there. */
  static List<String> keys(FactTable table) {
    return switch (table) {
      case HOUSEHOLD -> List.of();
      case MEMBER -> List.of("household!");
      case PROPERTY -> List.of("household!", "member");
      case DISABILITY -> List.of("household!", "member!", "obligor");
      case OBLIGOR -> List.of("household!", "member!", "obligor");
      default -> List.of("household!", "member!");
    };
  }

  /**
   * Reads it.
   *
   * @throws Refused where the file is no table of the schema, naming file and column
   */
  static CsvTable of(InputFile file, Configuration configuration, String encoding) {
    FactTable table = table(file);
    String header = firstLine(file, configuration, encoding);
    List<String> names = CsvLine.cells(header.startsWith("\uFEFF") ? header.substring(1) : header);
    if (names == null || names.stream().allMatch(String::isBlank)) {
      throw new Refused(file.path() + " 第 1 行应是列名，用英文逗号分隔。");
    }
    int[] columns = names.stream().mapToInt(name -> place(file, table, name.strip())).toArray();
    if (Arrays.stream(columns).distinct().count() < columns.length) {
      throw new Refused(file.path() + " 第 1 行有重复的列名。");
    }
    missing(file, table, columns);
    return new CsvTable(table, columns);
  }

  private static FactTable table(InputFile file) {
    String[] parts = file.path().split("/");
    String end = parts.length > 1 ? parts[parts.length - 2] + "/" + file.name() : file.name();
    for (String name : List.of(file.name(), end)) {
      Matcher matcher = NAME.matcher(name.toLowerCase(Locale.ROOT));
      if (matcher.matches()) {
        return FactTable.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
      }
    }
    throw new Refused(
        file.path()
            + " 看不出是哪张表。文件名或所在文件夹名应以表名开头：household、member、income、cost、expense、"
            + "property、disability、obligor。");
  }

  private static String firstLine(InputFile file, Configuration configuration, String encoding) {
    Path path = new Path(file.path());
    CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
    try (InputStream raw = path.getFileSystem(configuration).open(path);
        InputStream in = codec == null ? raw : codec.createInputStream(raw);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, encoding))) {
      String line = lines.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new Refused("无法读取 " + file.path() + "：" + e.getMessage());
    }
  }

  private static int place(InputFile file, FactTable table, String name) {
    List<String> keys = keys(table);
    if (keys.contains(name) || keys.contains(name + "!")) {
      return name.equals("household") ? HOUSEHOLD : name.equals("member") ? MEMBER : OBLIGOR;
    }
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).name().equals(name)) {
        return i;
      }
    }
    String known =
        Stream.concat(
                keys.stream().map(key -> key.replace("!", "")),
                table.columns().stream().map(Column::name))
            .collect(Collectors.joining("、"));
    throw new Refused(
        file.path()
            + " 第 1 行有不认识的列"
            + Fault.shown(name)
            + "。"
            + table.title()
            + "表可用的列："
            + known
            + "。");
  }

  private static void missing(InputFile file, FactTable table, int[] columns) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).required()) {
        require(file, columns, i, table.columns().get(i).name());
      }
    }
    for (String key : keys(table)) {
      if (key.endsWith("!")) {
        String name = key.substring(0, key.length() - 1);
        require(file, columns, name.equals("household") ? HOUSEHOLD : MEMBER, name);
      }
    }
  }

  private static void require(InputFile file, int[] columns, int wanted, String name) {
    if (Arrays.stream(columns).noneMatch(column -> column == wanted)) {
      throw new Refused(file.path() + " 缺少必填的列“" + name + "”。");
    }
  }

  /** The name of a place in the line. */
  String name(int place) {
    int column = columns[place];
    return switch (column) {
      case HOUSEHOLD -> "household";
      case MEMBER -> "member";
      case OBLIGOR -> "obligor";
      default -> table.columns().get(column).name();
    };
  }

  /** The kind of a place in the line, null where it is a key. */
  Column.@Nullable Kind kind(int place) {
    return columns[place] < 0 ? null : table.columns().get(columns[place]).kind();
  }
}
