package org.yimen.exchange.reading;

/**
 * A file that can't be read as a whole, named for the person who sent it: nothing of it was taken.
 *
 * <p>The message is a Chinese sentence that says what is wrong and what to do; it holds no cell
 * contents.
 */
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong, as the slug of a problem type and its Chinese title. */
  public enum Problem {
    MISSING_FILE("missing-file", "找不到文件"),
    EMPTY_FILE("empty-file", "文件是空的"),
    DAMAGED_FILE("damaged-file", "文件已损坏"),
    NO_ROWS("no-rows", "文件里没有工作表或数据行"),
    TOO_LARGE("too-large", "文件展开后过大"),
    CELL_TOO_LONG("cell-too-long", "单元格内容过长"),
    UNKNOWN_ENCODING("unknown-encoding", "文字编码无法识别"),
    WRONG_KIND("wrong-kind", "不是表格文件"),
    OLD_EXCEL("old-excel", "旧版 Excel 文件"),
    PROTECTED_FILE("protected-file", "文件设有密码"),
    HEADER_NOT_FOUND("header-not-found", "没有找到认识的表头"),
    DUPLICATE_HEADER("duplicate-header", "表头重复");

    private final String slug;
    private final String title;

    Problem(String slug, String title) {
      this.slug = slug;
      this.title = title;
    }

    /** Last part of the problem type's address, for example {@code damaged-file}. */
    public String slug() {
      return slug;
    }

    /** Chinese title. */
    public String title() {
      return title;
    }
  }

  private final Problem problem;

  UnreadableFile(Problem problem, String whatToDo) {
    super(whatToDo);
    this.problem = problem;
  }

  static UnreadableFile damaged(String where) {
    return new UnreadableFile(
        Problem.DAMAGED_FILE, "文件不完整或已损坏（" + where + "）。请用 Excel 打开确认后另存为新的 xlsx，重新上传。");
  }

  /** Which problem it is. */
  public Problem problem() {
    return problem;
  }

  /** What is wrong and what to do, a Chinese sentence. */
  public String whatToDo() {
    return String.valueOf(getMessage());
  }
}
