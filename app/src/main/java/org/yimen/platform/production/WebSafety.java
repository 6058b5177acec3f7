package org.yimen.platform.production;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks at how browsers reach the program: only encrypted, and by nobody's word but the proxy's.
 */
@Component
@Order(3)
@ConditionalOnWebApplication
class WebSafety implements SafetyCheck {

  private final Environment settings;

  WebSafety(Environment settings) {
    this.settings = settings;
  }

  @Override
  public List<String> findings() {
    List<String> findings = new ArrayList<>();
    boolean own =
        !setting("server.ssl.certificate").isEmpty() || !setting("server.ssl.key-store").isEmpty();
    boolean proxy = !setting("yimen.proxy").isEmpty();
    if (!own && !proxy) {
      findings.add(
          "没有 HTTPS：请在 settings.yaml 配置证书（server.ssl.certificate、server.ssl.certificate-private-key），"
              + "或在 yimen.proxy 写明负责 HTTPS 的反向代理的地址。");
    }
    if (!own && everywhere()) {
      findings.add(
          "监听所有网卡（%s），可以绕过反向代理不加密地访问：请把 --host 改为 127.0.0.1 或只有代理能到达的内网地址。"
              .formatted(setting("server.address")));
    }
    cookies(findings);
    if (!List.of("health,prometheus", "health")
        .contains(setting("management.endpoints.web.exposure.include").replace(" ", ""))) {
      findings.add("开放了多余的管理接口：请去掉 management.endpoints.web.exposure.include 的设置。");
    }
    if (settings.matchesProfiles("demo") || !setting("yimen.demo-asked").isEmpty()) {
      findings.add("要求了口令公开的示范账户：请去掉 --demo。");
    }
    return findings;
  }

  private void cookies(List<String> findings) {
    if (!settings.getProperty("server.servlet.session.cookie.secure", Boolean.class, false)) {
      findings.add("会话 Cookie 没有 Secure 标记：请去掉 server.servlet.session.cookie.secure=false。");
    }
    if (!settings.getProperty("server.servlet.session.cookie.http-only", Boolean.class, true)) {
      findings.add("会话 Cookie 没有 HttpOnly 标记：请去掉 server.servlet.session.cookie.http-only=false。");
    }
    if (!setting("server.servlet.session.cookie.name").startsWith(Production.OF_THIS_HOST)
        || !setting("server.servlet.session.cookie.domain").isEmpty()
        || !settings.getProperty("server.servlet.session.cookie.path", "/").equals("/")) {
      findings.add(
          "会话 Cookie 不限于本主机：请去掉 server.servlet.session.cookie 的 name、domain、path 设置（默认名 __Host-YIMEN）。");
    }
    if (!settings
        .getProperty("server.servlet.session.cookie.same-site", "strict")
        .equalsIgnoreCase("strict")) {
      findings.add("会话 Cookie 会随别的网站发来的请求一起送出：请去掉 server.servlet.session.cookie.same-site 的设置。");
    }
  }

  private String setting(String name) {
    return settings.getProperty(name, "");
  }

  private boolean everywhere() {
    try {
      return InetAddress.getByName(settings.getProperty("server.address", "0.0.0.0"))
          .isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
