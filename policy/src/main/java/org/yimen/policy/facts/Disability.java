package org.yimen.policy.facts;

/**
 * A certified disability.
 *
 * @param level 1 (severest) to 4
 */
public record Disability(Kind kind, int level) {

  public Disability {
    if (level < 1 || level > 4) {
      throw new IllegalArgumentException("level " + level);
    }
  }

  /** Kinds of disability. */
  public enum Kind implements Coded {
    VISUAL("visual", "视力"),
    HEARING("hearing", "听力"),
    SPEECH("speech", "言语"),
    PHYSICAL("physical", "肢体"),
    INTELLECTUAL("intellectual", "智力"),
    MENTAL("mental", "精神");

    private final String code;
    private final String title;

    Kind(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
