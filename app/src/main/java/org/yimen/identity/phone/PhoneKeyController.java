package org.yimen.identity.phone;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;

/** Half of what opens a phone's unsent visits: nobody has it who has not signed in. */
@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
class PhoneKeyController {

  private static final ProblemType OTHER_USERS_PHONE =
      new ProblemType("other-users-phone", HttpStatus.CONFLICT, "这台手机由别人设置");

  private final PhoneKeys keys;
  private final Access access;

  PhoneKeyController(PhoneKeys keys, Access access) {
    this.keys = keys;
    this.access = access;
  }

  /**
   * A phone's key.
   *
   * @param key 32 bytes in base64; the same each time
   */
  record PhoneKey(String key) {}

  @PostMapping("/api/v1/phones/{phone}/key")
  @Requires({Permission.CASE_INVESTIGATE, Permission.CASE_CHECK})
  @Operation(summary = "The key of the user's own phone, made the first time it is asked for")
  PhoneKey key(@PathVariable UUID phone) {
    return keys.of(phone, access.user().username())
        .map(key -> new PhoneKey(Base64.getEncoder().encodeToString(key)))
        .orElseThrow(
            () -> OTHER_USERS_PHONE.because("这台手机上的资料由另一位工作人员保存。请用他的账户登录并把入户发送完，或者在“更多”里清空本机后再用。"));
  }
}
