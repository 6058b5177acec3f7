package org.yimen.platform.secrecy;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.platform.ProblemType;

/** Tells whether the keys are being changed at this moment. */
@Component
public final class KeyChange {

  static final ProblemType CHANGING =
      new ProblemType("keys-changing", HttpStatus.CONFLICT, "正在更换密钥");

  private final JdbcClient jdbc;

  KeyChange(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean going() {
    return jdbc.sql("select exists (select from platform.key_version where finished_at is null)")
        .query(Boolean.class)
        .single();
  }

  /** For what compares sealed values with others that were sealed before. */
  public void refuseWhileGoing() {
    if (going()) {
      throw CHANGING.because("正在更换密钥，暂时不能撤回。请等管理员的“yimen keys rotate”完成后再试，您的数据没有变化。");
    }
  }
}
