package org.yimen.casework.form;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one form that every visit fills in, as {@code casework/form.yaml} defines it.
 *
 * @param version answers are kept with the version under which they were given
 * @param oldest the first version whose answers are still taken, as nothing in them was narrowed
 */
@Schema(name = "VisitForm")
public record Form(int version, int oldest, List<Section> sections) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * A page of the form.
   *
   * @param of household, or member: asked of each
   */
  @Schema(name = "FormSection")
  public record Section(String id, String title, String of, List<Question> questions) {}

  /**
   * What is asked.
   *
   * @param type text, date, yesNo, choice, choices, money, count, number, level, group or list
   * @param paper it decides nothing
   * @param options codes with their titles, in the order in which they are offered
   * @param most the largest number, the most items of a list
   * @param showIf asked only where another question of the same subject has one of these answers
   * @param check what the answer has to be besides: birth, citizenNumber, or nothing
   * @param none what it is called to have none, where the pages want that said; an empty list or no
   * @param negativeIf a number may be negative where another question has one of these answers
   * @param questions those of a group or of each item of a list
   */
  @Schema(name = "FormQuestion")
  public record Question(
      String id,
      String title,
      String type,
      boolean required,
      boolean paper,
      String hint,
      Map<String, String> options,
      @Nullable Long most,
      Map<String, List<String>> showIf,
      String check,
      String none,
      Map<String, List<String>> negativeIf,
      List<Question> questions) {}

  /** As it stands in the file: everything may be left out, options may be a code list's name. */
  private record Written(
      String id,
      String title,
      String type,
      @Nullable Boolean required,
      @Nullable Boolean paper,
      @Nullable String hint,
      @Nullable Object options,
      @Nullable Long most,
      @Nullable Map<String, List<String>> showIf,
      @Nullable String check,
      @Nullable String none,
      @Nullable Map<String, List<String>> negativeIf,
      @Nullable List<Written> questions) {

    Question question() {
      return new Question(
          id,
          title,
          type,
          Boolean.TRUE.equals(required),
          Boolean.TRUE.equals(paper),
          hint == null ? "" : hint,
          Options.of(options),
          most,
          showIf == null ? Map.of() : showIf,
          check == null ? "" : check,
          none == null ? "" : none,
          negativeIf == null ? Map.of() : negativeIf,
          questions == null ? List.of() : questions.stream().map(Written::question).toList());
    }
  }

  private record WrittenSection(String id, String title, String of, List<Written> questions) {}

  private record WrittenForm(int version, int oldest, List<WrittenSection> sections) {}

  /** The product's form. */
  static Form read() {
    try (InputStream file = new ClassPathResource("casework/form.yaml").getInputStream()) {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      WrittenForm form = JSON.convertValue(tree, WrittenForm.class);
      return new Form(
          form.version,
          form.oldest,
          form.sections.stream()
              .map(
                  section ->
                      new Section(
                          section.id,
                          section.title,
                          section.of,
                          section.questions.stream().map(Written::question).toList()))
              .toList());
    } catch (IOException e) {
      throw new IllegalStateException("casework/form.yaml", e);
    }
  }

  /** Whether answers given under a version of the form can be taken now. */
  public boolean takes(int given) {
    return given >= oldest && given <= version;
  }

  /** All questions asked of the household or of each member. */
  public List<Question> questions(String of) {
    return sections.stream()
        .filter(section -> section.of().equals(of))
        .flatMap(section -> section.questions().stream())
        .toList();
  }
}
