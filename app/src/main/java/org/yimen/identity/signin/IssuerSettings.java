package org.yimen.identity.signin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yimen.platform.production.SafetyCheck;

/**
 * The issuer of the organisation's own identities (OpenID Connect), off where none is configured.
 */
@Component
@Order(5)
class IssuerSettings implements SafetyCheck {

  /** The page of ours that the issuer sends the browser back to. */
  private static final String RETURN_PAGE = "/sign-in/issuer";

  private final String issuer;
  private final String client;
  private final String secret;
  private final String site;
  private final String title;

  IssuerSettings(
      @Value("${yimen.oidc.issuer:}") String issuer,
      @Value("${yimen.oidc.client-id:}") String client,
      @Value("${yimen.oidc.client-secret:}") String secret,
      @Value("${yimen.site:}") String site,
      @Value("${yimen.oidc.title:统一身份认证}") String title) {
    this.issuer = issuer.strip();
    this.client = client.strip();
    this.secret = secret.strip();
    this.site = site.strip().replaceAll("/+$", "");
    this.title = title.strip();
  }

  boolean enabled() {
    return !issuer.isEmpty();
  }

  String issuer() {
    return issuer;
  }

  String client() {
    return client;
  }

  String secret() {
    return secret;
  }

  /** What people call it. */
  String title() {
    return title;
  }

  /** From the settings, never from what a request says of the host. */
  String returnAddress() {
    return site + RETURN_PAGE;
  }

  @Override
  public List<String> findings() {
    List<String> findings = new ArrayList<>();
    if (enabled() && (client.isEmpty() || secret.isEmpty() || site.isEmpty())) {
      findings.add(
          "统一身份认证的设置不全：请在 settings.yaml 写明 yimen.oidc 的 client-id、client-secret ，以及 yimen.site（本系统的网址）。");
    }
    if (enabled() && !(encrypted(issuer) && (site.isEmpty() || encrypted(site)))) {
      findings.add("统一身份认证不经 HTTPS：yimen.oidc.issuer 和 yimen.site 须以 https:// 开头。");
    }
    return findings;
  }

  private static boolean encrypted(String address) {
    try {
      return "https".equals(URI.create(address).getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
