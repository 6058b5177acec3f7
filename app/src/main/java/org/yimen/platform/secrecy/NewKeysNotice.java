package org.yimen.platform.secrecy;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yimen.platform.StartNotice;

/** Tells at the first start where the keys are. */
@Component
class NewKeysNotice implements StartNotice {

  private final Secrecy secrecy;

  NewKeysNotice(Secrecy secrecy) {
    this.secrecy = secrecy;
  }

  @Override
  public List<String> lines() {
    return secrecy.fresh()
        ? List.of("敏感内容已加密，密钥在 %s。请立即另存一份到别处：没有它，数据和备份都无法恢复。".formatted(secrecy.file()))
        : List.of();
  }
}
