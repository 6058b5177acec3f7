package org.yimen.policy.text;

import java.util.List;

/** A value in a YAML or JSON file, with the line where it stands. */
public sealed interface Doc {
  /** 1-based. */
  int line();

  /** What the value is, for a sentence. */
  String kind();

  /** Keys in the order of the file; none twice. */
  record Mapping(int line, List<Entry> entries) implements Doc {
    @Override
    public String kind() {
      return "一组键值";
    }
  }

  /** A key of a mapping and its value. */
  record Entry(int line, String key, Doc value) {}

  record Sequence(int line, List<Doc> items) implements Doc {
    @Override
    public String kind() {
      return "列表";
    }
  }

  /**
   * @param text as written, without quotes
   */
  record Scalar(int line, String text, Form form) implements Doc {
    @Override
    public String kind() {
      return form == Form.NULL ? "空值" : "“" + shortened(text) + "”";
    }

    private static String shortened(String text) {
      return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
  }

  /** How a scalar is written. */
  enum Form {
    TEXT,
    NUMBER,
    TRUTH,
    NULL
  }
}
