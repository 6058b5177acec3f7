package org.yimen.exchange.reading;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yimen.exchange.reading.Identity.Role;
import org.yimen.exchange.reading.RowFact.Subject;
import org.yimen.exchange.reading.SheetForm.Check;
import org.yimen.exchange.reading.SheetForm.Context;
import org.yimen.exchange.reading.SheetForm.Derived;
import org.yimen.exchange.reading.SheetForm.Place;
import org.yimen.exchange.reading.SheetForm.Skip;
import org.yimen.exchange.reading.text.CodeLists;

/** Reads a description (docs/spec/formats.md). An unknown key is an error that names it. */
final class Description {
  private final CodeLists codes;
  private final List<Skip> always;

  private Description(CodeLists codes, List<Skip> always) {
    this.codes = codes;
    this.always = always;
  }

  /** Reads one description; throws {@link IllegalArgumentException} with file, place and key. */
  static Format read(String file, Reader yaml, CodeLists codes, List<Skip> always) {
    return new Description(codes, always).format(parse(file, yaml));
  }

  /** Reads the rows that hold no data in any file. */
  static List<Skip> skips(String file, Reader yaml) {
    Keys keys = parse(file, yaml);
    List<Skip> skips = keys.list("skip").map(Description::skip).toList();
    keys.done();
    return skips;
  }

  private static Keys parse(String file, Reader yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new Keys(file, new Yaml(new SafeConstructor(options)).load(yaml));
  }

  private Format format(Keys keys) {
    Format format =
        new Format(
            List.of(keys.text("id"), keys.text("bureau"), keys.text("title")),
            Integer.parseInt(keys.text("order")),
            keys.pattern("fileHint"),
            keys.list("forms").map(this::form).toList());
    keys.done();
    return format;
  }

  private SheetForm form(Keys keys) {
    List<Column> columns = keys.named("columns").map(this::column).toList();
    @Nullable String fillBy = keys.maybe("fillBy");
    List<String> filled = new ArrayList<>(keys.texts("filled"));
    if (fillBy != null) {
      filled.add(fillBy);
    }
    SheetForm form =
        new SheetForm(
            keys.text("form"),
            keys.pattern("sheet"),
            keys.pattern("firstRow"),
            Role.valueOf(keys.text("role").toUpperCase(Locale.ROOT)),
            keys.maybe("householdKey"),
            keys.flag("keyWithinSheet"),
            keys.texts("area"),
            fillBy,
            filled,
            keys.list("context").map(this::context).toList(),
            Stream.concat(keys.list("skip").map(Description::skip), always.stream()).toList(),
            columns,
            keys.list("derived").map(this::derived).toList(),
            keys.list("checks").map(Description::check).toList(),
            keys.list("facts").map(Description::fact).toList(),
            SheetForm.byHeader(columns));
    keys.done();
    return form;
  }

  private Column column(Keys keys) {
    @Nullable String list = keys.maybe("list");
    String type = keys.maybe("type", list == null ? "text" : "code");
    List<String> headers = keys.texts("headers");
    Column column =
        new Column(
            keys.name(),
            headers.isEmpty() ? List.of(keys.text("label")) : headers,
            Column.Type.valueOf(type.toUpperCase(Locale.ROOT)),
            list == null ? null : codes(keys, list),
            Integer.parseInt(keys.maybe("at", "0")),
            keys.flag("must"),
            keys.flag("required"),
            keys.flag("open"),
            keys.flag("negative"),
            keys.flag("formulas"),
            Long.parseLong(keys.maybe("most", "0")),
            new BigDecimal(keys.maybe("unit", "1")));
    keys.done();
    return column;
  }

  private CodeLists.CodeList codes(Keys keys, String list) {
    CodeLists.CodeList found = codes.get(list);
    if (found == null) {
      throw keys.error("no code list " + list);
    }
    return found;
  }

  private Context context(Keys keys) {
    Place place = Place.valueOf(keys.text("in").toUpperCase(Locale.ROOT));
    Pattern match = keys.needPattern("match");
    return new Context(column(keys.as(keys.text("field"))), place, match);
  }

  private static Skip skip(Keys keys) {
    Skip skip =
        new Skip(keys.needPattern("match"), keys.flag("wholeRow"), keys.maybe("reason", "非数据行"));
    keys.done();
    return skip;
  }

  private Derived derived(Keys keys) {
    @Nullable String list = keys.maybe("list");
    Derived derived =
        new Derived(
            keys.text("field"),
            keys.text("from"),
            keys.pattern("match"),
            list == null ? null : codes(keys, list),
            keys.flag("agree"));
    keys.done();
    return derived;
  }

  private static Check check(Keys keys) {
    Check check =
        new Check(
            keys.text("field"),
            Set.copyOf(keys.texts("values")),
            keys.text("needs"),
            keys.text("doubt"));
    keys.done();
    return check;
  }

  private static FactRule fact(Keys keys) {
    Map<String, Set<String>> when = new LinkedHashMap<>();
    keys.named("when").forEach(wanted -> when.put(wanted.name(), Set.copyOf(wanted.itself())));
    FactRule rule =
        new FactRule(
            keys.text("kind"),
            Subject.valueOf(keys.maybe("of", "person").toUpperCase(Locale.ROOT)),
            keys.maybe("amount"),
            keys.maybe("code"),
            keys.texts("detail"),
            keys.maybe("from"),
            keys.maybe("to"),
            when,
            keys.texts("needs"),
            keys.flag("once"),
            keys.texts("each"));
    keys.done();
    return rule;
  }

  /** A mapping of the YAML that knows which of its keys were asked for. */
  private static final class Keys {
    private final String place;
    private final String name;
    private final Object node;
    private final Set<String> unused = new TreeSet<>();

    Keys(String place, Object node) {
      this(place, "", node);
    }

    private Keys(String place, String name, Object node) {
      this.place = place;
      this.name = name;
      this.node = node;
      if (node instanceof Map<?, ?> map) {
        map.keySet().forEach(key -> unused.add(String.valueOf(key)));
      }
    }

    String name() {
      return name;
    }

    Keys as(String newName) {
      Keys renamed = new Keys(place, newName, node);
      renamed.unused.retainAll(unused);
      return renamed;
    }

    IllegalArgumentException error(String what) {
      return new IllegalArgumentException(place + ": " + what);
    }

    private @Nullable Object get(String key) {
      unused.remove(key);
      return node instanceof Map<?, ?> map ? map.get(key) : null;
    }

    @Nullable String maybe(String key) {
      Object value = get(key);
      return value == null ? null : String.valueOf(value);
    }

    String maybe(String key, String otherwise) {
      String value = maybe(key);
      return value == null ? otherwise : value;
    }

    String text(String key) {
      String value = maybe(key);
      if (value == null) {
        throw error("missing key " + key);
      }
      return value;
    }

    boolean flag(String key) {
      return Boolean.parseBoolean(maybe(key, "false"));
    }

    @Nullable Pattern pattern(String key) {
      String value = maybe(key);
      return value == null ? null : Pattern.compile(value);
    }

    Pattern needPattern(String key) {
      return Pattern.compile(text(key));
    }

    List<String> texts(String key) {
      return texts(get(key));
    }

    List<String> itself() {
      return texts(node);
    }

    private List<String> texts(@Nullable Object value) {
      if (value instanceof List<?> list) {
        if (list.stream().anyMatch(Boolean.class::isInstance)) {
          throw error("yes and no in a list must stand in quotes");
        }
        return list.stream().map(String::valueOf).toList();
      }
      return value == null ? List.of() : List.of(String.valueOf(value));
    }

    Stream<Keys> list(String key) {
      Object value = get(key);
      List<?> items = value instanceof List<?> list ? list : List.of();
      return items.stream().map(item -> new Keys(place + " " + key, item));
    }

    Stream<Keys> named(String key) {
      Object value = get(key);
      Map<?, ?> items = value instanceof Map<?, ?> map ? map : Map.of();
      return items.entrySet().stream()
          .map(
              item -> {
                String field = String.valueOf(item.getKey());
                return new Keys(place + " " + field, field, item.getValue());
              });
    }

    void done() {
      if (!unused.isEmpty()) {
        throw error("unknown key " + unused);
      }
    }
  }
}
