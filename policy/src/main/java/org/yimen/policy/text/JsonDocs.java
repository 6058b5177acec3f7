package org.yimen.policy.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON through Jackson's stream. */
final class JsonDocs {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Docs.MAX_DEPTH).build())
          .build();

  private final String file;

  JsonDocs(String file) {
    this.file = file;
  }

  Doc read(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      Doc doc = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw new BadFile(file, line(parser), "JSON 结束之后还有内容。");
      }
      return doc;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw new BadFile(file, line, "不是正确的 JSON，请检查括号、逗号和引号。");
    }
  }

  private static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private Doc value(JsonParser parser, JsonToken token) {
    int line = line(parser);
    return switch (token) {
      case START_OBJECT -> mapping(parser, line);
      case START_ARRAY -> sequence(parser, line);
      case VALUE_STRING -> new Doc.Scalar(line, parser.getString(), Doc.Form.TEXT);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Doc.Scalar(line, parser.getString(), Doc.Form.NUMBER);
      case VALUE_TRUE -> new Doc.Scalar(line, "true", Doc.Form.TRUTH);
      case VALUE_FALSE -> new Doc.Scalar(line, "false", Doc.Form.TRUTH);
      case VALUE_NULL -> new Doc.Scalar(line, "", Doc.Form.NULL);
      default -> throw new BadFile(file, line, "不是正确的 JSON。");
    };
  }

  private Doc mapping(JsonParser parser, int line) {
    List<Doc.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (JsonToken token = parser.nextToken();
        token == JsonToken.PROPERTY_NAME;
        token = parser.nextToken()) {
      String key = parser.currentName();
      int keyLine = line(parser);
      if (!keys.add(key)) {
        throw new BadFile(file, keyLine, "键“" + key + "”重复。");
      }
      entries.add(new Doc.Entry(keyLine, key, value(parser, parser.nextToken())));
    }
    return new Doc.Mapping(line, entries);
  }

  private Doc sequence(JsonParser parser, int line) {
    List<Doc> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(parser, token));
    }
    return new Doc.Sequence(line, items);
  }
}
