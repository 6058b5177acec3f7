package org.yimen.exchange.reading;

import java.util.ArrayList;
import java.util.List;
import org.yimen.exchange.reading.Source.RawRow;
import org.yimen.exchange.reading.UnreadableFile.Problem;

/**
 * How well a file's sheets fit a format.
 *
 * @param headers the best form's header of each sheet, matching or not
 * @param score columns found, the file's name deciding between equals
 */
record Recognition(Format format, List<Header> headers, int score) {

  static Recognition of(Format format, Source source, List<List<RawRow>> heads, String fileName) {
    List<Header> headers = new ArrayList<>();
    int matched = 0;
    int near = 0;
    for (int sheet = 0; sheet < heads.size(); sheet++) {
      Header best = best(format, source.sheets().get(sheet), heads.get(sheet));
      headers.add(best);
      near = Math.max(near, best.found().size());
      matched += best.matches() ? best.found().size() : 0;
    }
    int hint = format.hintedBy(fileName) ? 1 : 0;
    return new Recognition(format, headers, 2 * (matched > 0 ? matched : near) + hint);
  }

  private static Header best(Format format, String sheet, List<RawRow> rows) {
    Header best = null;
    for (SheetForm form : format.forms()) {
      if (form.sheet() != null && !form.sheet().matcher(sheet).find()) {
        continue;
      }
      Header next = Header.find(form, rows);
      if (best == null || next.better(best)) {
        best = next;
      }
    }
    return best != null ? best : Header.none(format.forms().get(0));
  }

  boolean matches() {
    return headers.stream().anyMatch(Header::matches);
  }

  /** Labels of the headers that are not there, from the sheet that comes closest. */
  String missing() {
    Header closest = headers.get(0);
    for (Header header : headers) {
      closest = header.found().size() > closest.found().size() ? header : closest;
    }
    return String.join("、", closest.missing());
  }

  void refuseDuplicates() {
    for (Header header : headers) {
      if (header.matches() && header.duplicate() != null) {
        throw new UnreadableFile(
            Problem.DUPLICATE_HEADER,
            "表头“" + header.duplicate() + "”出现了两次，不知道以哪一列为准。请删去或改名其中一列后重新上传。");
      }
    }
  }
}
