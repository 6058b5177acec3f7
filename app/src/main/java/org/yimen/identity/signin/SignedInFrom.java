package org.yimen.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a session's user signed in, for that user to recognise it.
 *
 * @param browser its name and that of its system as far as they are known, else empty
 */
record SignedInFrom(String address, String browser) implements Serializable {

  static final String ATTRIBUTE = "yimen.signedInFrom";

  /** The first that is found counts: browsers name those that they want to be taken for, too. */
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("MicroMessenger", "微信");
    BROWSERS.put("QQBrowser", "QQ 浏览器");
    BROWSERS.put("360SE", "360 浏览器");
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("Firefox", "Firefox");
    BROWSERS.put("Chrome", "Chrome");
    BROWSERS.put("Safari", "Safari");
    SYSTEMS.put("HarmonyOS", "HarmonyOS");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  /** Keeps with a session that its user has just signed in by this request. */
  static void keep(HttpServletRequest request, HttpSession session) {
    String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    session.setAttribute(
        ATTRIBUTE,
        new SignedInFrom(
            Objects.requireNonNullElse(request.getRemoteAddr(), ""),
            (known(BROWSERS, agent) + " " + known(SYSTEMS, agent)).strip()));
  }

  private static String known(Map<String, String> names, String agent) {
    return names.entrySet().stream()
        .filter(name -> agent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
