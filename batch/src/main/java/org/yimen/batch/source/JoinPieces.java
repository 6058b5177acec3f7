package org.yimen.batch.source;

import static org.yimen.batch.facts.FactTable.HOUSEHOLD;
import static org.yimen.batch.facts.FactTable.MEMBER;
import static org.yimen.batch.facts.FactTable.OBLIGOR;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.facts.FactTable;
import org.yimen.batch.facts.Fault;
import org.yimen.batch.facts.GivenHousehold;
import org.yimen.batch.facts.ReadHousehold;

/** Puts the lines of several tables together to households. */
final class JoinPieces {
  private final ReadHousehold reader;

  JoinPieces(ReadHousehold reader) {
    this.reader = reader;
  }

  /** A household of everything that names it, in the order of files and lines. */
  GivenHousehold household(Iterable<Piece> given) {
    List<Piece> pieces = new ArrayList<>();
    given.forEach(pieces::add);
    pieces.sort(Comparator.comparing(Piece::file).thenComparingLong(Piece::position));
    List<Fault> faults = new ArrayList<>();
    pieces.forEach(piece -> faults.addAll(piece.faults()));
    List<Piece> heads = of(pieces, HOUSEHOLD);
    Piece first = heads.isEmpty() ? pieces.get(0) : heads.get(0);
    if (heads.size() != 1) {
      faults.addAll(notOne(heads, first));
      return rejected(first, faults);
    }
    faults.addAll(putTogether(pieces, first));
    return faults.stream().anyMatch(fault -> fault.column().isEmpty())
        ? rejected(first, faults)
        : reader.read(new GenericInternalRow(first.cells()), faults);
  }

  private static List<Fault> notOne(List<Piece> heads, Piece first) {
    if (heads.isEmpty()) {
      String message = "household 表中没有编号为" + Fault.shown(first.household()) + "的户。";
      return first.household().isEmpty() ? List.of() : List.of(first.fault("household", message));
    }
    String message = "户编号在 household 表中出现多次，每户只能有一行。";
    return heads.stream().map(head -> head.fault("id", message)).toList();
  }

  /** Puts each row into the list of the row it belongs to; gives those that belong to nobody. */
  private static List<Fault> putTogether(List<Piece> pieces, Piece head) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Piece> members = byKey(of(pieces, MEMBER), Piece::member);
    Map<String, Piece> obligors =
        byKey(of(pieces, OBLIGOR), piece -> piece.member() + "\u0000" + piece.obligor());
    Map<Piece, Lists> inside = new IdentityHashMap<>();
    for (Piece piece : pieces) {
      Piece owner = owner(piece, head, members, obligors);
      if (owner != null) {
        inside.computeIfAbsent(owner, Lists::new).add(piece);
      } else if (piece != head) {
        faults.add(nobody(piece));
      }
    }
    inside.values().forEach(Lists::fill);
    return faults;
  }

  private static GivenHousehold rejected(Piece first, List<Fault> faults) {
    return new GivenHousehold(first.household(), "", null, first.file(), first.position(), faults);
  }

  private static Fault nobody(Piece piece) {
    return piece.obligor().isEmpty() || piece.table() == OBLIGOR
        ? piece.fault("member", "这一户没有编号为" + Fault.shown(piece.member()) + "的成员。")
        : piece.fault("obligor", "这名成员没有编号为" + Fault.shown(piece.obligor()) + "的义务人。");
  }

  private static @Nullable Piece owner(
      Piece piece, Piece head, Map<String, Piece> members, Map<String, Piece> obligors) {
    if (piece.table() == HOUSEHOLD) {
      return null;
    }
    if (piece.table() == MEMBER
        || piece.table() == FactTable.PROPERTY && piece.member().isEmpty()) {
      return head;
    }
    return piece.table() == FactTable.DISABILITY && !piece.obligor().isEmpty()
        ? obligors.get(piece.member() + "\u0000" + piece.obligor())
        : members.get(piece.member());
  }

  private static List<Piece> of(List<Piece> pieces, FactTable table) {
    return pieces.stream().filter(piece -> piece.table() == table).toList();
  }

  private static Map<String, Piece> byKey(
      List<Piece> pieces, java.util.function.Function<Piece, String> key) {
    Map<String, Piece> found = new HashMap<>();
    pieces.forEach(piece -> found.putIfAbsent(key.apply(piece), piece));
    return found;
  }

  /** What lies in one row. */
  private static final class Lists {
    private final Piece owner;
    private final List<List<Object>> parts = new ArrayList<>();

    Lists(Piece owner) {
      this.owner = owner;
      owner.table().parts().forEach(part -> parts.add(new ArrayList<>()));
    }

    void add(Piece piece) {
      List<FactTable.Part> all = owner.table().parts();
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).table() == piece.table()) {
          parts.get(i).add(new GenericInternalRow(piece.cells()));
        }
      }
    }

    void fill() {
      for (int i = 0; i < parts.size(); i++) {
        int at = owner.table().columns().size() + i;
        owner.cells()[at] = new GenericArrayData(parts.get(i).toArray());
      }
    }
  }
}
