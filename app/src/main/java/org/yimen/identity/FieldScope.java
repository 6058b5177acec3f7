package org.yimen.identity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which facts, columns and sentences the user is not shown, as {@code exchange/sensitive.yaml} says
 * and their permissions allow.
 */
@Component
public class FieldScope {

  private static final String HELD_BACK = "（部分情况您的岗位不能查看）";

  private final Access access;
  private final List<SensitiveClass> classes = SensitiveClass.load();

  FieldScope(Access access) {
    this.access = access;
  }

  /** Kinds of facts some of which tell something that anybody needs a permission for. */
  public static Set<String> sensitiveKinds() {
    return SensitiveClass.load().stream()
        .flatMap(one -> one.facts().stream())
        .map(fact -> fact.split(":", 2)[0])
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Kinds of facts whose detail tells something that anybody needs a permission for. */
  public static Set<String> sensitiveDetails() {
    return SensitiveClass.load().stream()
        .flatMap(one -> one.details().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a fact tells something that anybody needs a permission for. */
  public boolean isSensitive(String kind, @Nullable String code) {
    return classes.stream().anyMatch(one -> one.tells(kind, code));
  }

  /** Whether a fact is shown. */
  public boolean shows(String kind, @Nullable String code) {
    return hidden().stream().noneMatch(one -> one.tells(kind, code));
  }

  /** Whether the detail of a fact of this kind is shown. */
  public boolean showsDetail(String kind) {
    return hidden().stream().noneMatch(one -> one.details().contains(kind));
  }

  /** Whether rows of a sheet of this name may be told of. */
  public boolean showsSheet(String sheet) {
    return hidden().stream().noneMatch(one -> one.sheets().stream().anyMatch(sheet::contains));
  }

  /** The columns of a format that are held back. */
  public Set<String> hiddenColumns(String format) {
    return columns(hidden(), format);
  }

  /** The columns of a format that are held back of a minor, whoever looks. */
  public Set<String> sensitiveColumns(String format) {
    return columns(classes, format);
  }

  /** Parts of names of sheets whose rows are held back. */
  public List<String> hiddenSheets() {
    return hidden().stream().flatMap(one -> one.sheets().stream()).toList();
  }

  /** Whether a sentence tells nothing that is held back. */
  public boolean tellsNothingHidden(String sentence) {
    return hidden().stream().noneMatch(one -> one.tells(sentence));
  }

  /** Whether a sentence may stand where nobody is signed in: it tells none of all that. */
  public boolean mayStandInPublic(String sentence) {
    return classes.stream().noneMatch(one -> one.tells(sentence));
  }

  /** A sentence without those of its parts that tell something held back. */
  public String text(String sentence) {
    return texts().apply(sentence);
  }

  /** The same for many sentences; an export asks once who is reading. */
  public Function<String, String> texts() {
    List<SensitiveClass> hidden = hidden();
    return sentence ->
        hidden.stream().noneMatch(one -> one.tells(sentence)) ? sentence : cut(sentence, hidden);
  }

  private static String cut(String sentence, List<SensitiveClass> hidden) {
    return Arrays.stream(sentence.split("(?<=[，；。])"))
            .filter(part -> hidden.stream().noneMatch(one -> one.tells(part)))
            .collect(Collectors.joining())
        + HELD_BACK;
  }

  private List<SensitiveClass> hidden() {
    Set<Permission> may = access.permissions();
    return classes.stream().filter(one -> !may.contains(one.permission())).toList();
  }

  private static Set<String> columns(List<SensitiveClass> classes, String format) {
    Set<String> columns = new HashSet<>();
    classes.forEach(one -> columns.addAll(one.columns().getOrDefault(format, List.of())));
    return columns;
  }
}
