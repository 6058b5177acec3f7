package org.yimen.batch.deciding;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yimen.policy.Law;
import org.yimen.policy.law.Changes;
import org.yimen.policy.law.RuleSource;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Docs;

/**
 * The rule files as they go from the driver to where households are decided: a law is made of them
 * once in each process and can't be sent itself.
 *
 * @param files in the order of reading
 * @param values tried ones by parameter, as typed
 * @param without conditions taken as met
 */
public record RuleTexts(
    ArrayList<File> files, HashMap<String, String> values, TreeSet<String> without)
    implements Serializable {

  /** One file. */
  public record File(String name, byte[] bytes, boolean mayDefine) implements Serializable {
    static File of(RuleSource source) {
      return new File(source.name(), source.bytes(), source.mayDefine());
    }
  }

  /**
   * The rules of the product and over them the folders of areas.
   *
   * @throws BadFile where a folder can't be read
   */
  public static RuleTexts of(List<Path> areas) {
    ArrayList<File> files = new ArrayList<>();
    RuleSource.ofProduct().forEach(source -> files.add(File.of(source)));
    return new RuleTexts(files, new HashMap<>(), new TreeSet<>()).and(areas);
  }

  /**
   * The same and over it further folders.
   *
   * @throws BadFile where a folder can't be read
   */
  public RuleTexts and(List<Path> folders) {
    ArrayList<File> all = new ArrayList<>(files);
    for (Path folder : folders) {
      RuleSource.ofArea(folder).forEach(source -> all.add(File.of(source)));
    }
    return new RuleTexts(all, values, without);
  }

  /** The same with values to try and conditions to leave out. */
  public RuleTexts trying(Map<String, String> tried, Set<String> leftOut) {
    return new RuleTexts(files, new HashMap<>(tried), new TreeSet<>(leftOut));
  }

  /**
   * The law, read anew.
   *
   * @throws BadFile with everything that is wrong with the files or the changes
   */
  Law law() {
    List<RuleSource> sources = new ArrayList<>();
    for (File file : files) {
      sources.add(
          new RuleSource(file.name, file.bytes, Docs.read(file.name, file.bytes), file.mayDefine));
    }
    Law law = Law.of(sources);
    return values.isEmpty() && without.isEmpty()
        ? law
        : law.changed(Changes.of(law.parameters(), values, without));
  }

  /** Tells laws apart: the same text for the same files and changes. */
  String key() {
    StringBuilder key = new StringBuilder();
    for (File file : files) {
      key.append(java.util.Arrays.hashCode(file.bytes)).append(file.name).append('\n');
    }
    return key + new java.util.TreeMap<>(values).toString() + without;
  }
}
