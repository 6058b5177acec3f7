package org.yimen.exchange.loading;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.yimen.linkage.Decision;
import org.yimen.linkage.Linker;
import org.yimen.linkage.Outcome;
import org.yimen.linkage.Register;

/** Decides in memory whose every row of a file is. */
final class LinkDelivery {

  private final Linker linker = new Linker();
  private final DataSource dataSource;

  LinkDelivery(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Links on what is known, which afterwards includes the file. A residence file looks households
   * up in the database, so all earlier files must have been written.
   */
  LinkedFile link(ReadFile file, Knowledge knowledge) {
    Ledger before = knowledge.ledger();
    Register register = knowledge.register();
    AtomicLong persons = new AtomicLong(before.nextPerson());
    AtomicLong households = new AtomicLong(before.nextHousehold());
    List<Decision> decisions =
        linker.link(
            register, file.records(), persons::getAndIncrement, households::getAndIncrement);
    long[] homes = decisions.stream().mapToLong(Decision::household).toArray();
    Map<Long, String> numbers = Map.of();
    if (file.residence()) {
      ResidenceHouseholds own =
          new ResidenceHouseholds(file.records(), decisions, households::getAndIncrement);
      numbers = own.assign(homes, dataSource);
      move(register, decisions, homes);
    }
    BitSet joins = joins(file, register, decisions, homes);
    Ledger after =
        new Ledger(
            before.nextRow() + file.reading().rowCount(),
            persons.get(),
            households.get(),
            before.decisions());
    knowledge.advance(after);
    return new LinkedFile(file, before, after, decisions, homes, joins, numbers);
  }

  private static void move(Register register, List<Decision> decisions, long[] homes) {
    for (int i = 0; i < homes.length; i++) {
      if (decisions.get(i).person() != 0) {
        register.move(decisions.get(i).person(), homes[i]);
      }
    }
  }

  /**
   * A residence file says where everybody lives, the last row of a person; others where new ones
   * do.
   */
  private static BitSet joins(
      ReadFile file, Register register, List<Decision> decisions, long[] homes) {
    BitSet joins = new BitSet(homes.length);
    for (int i = 0; i < homes.length; i++) {
      Decision decision = decisions.get(i);
      boolean founded = decision.outcome() == Outcome.NEW;
      boolean official = file.residence() && decision.person() != 0;
      joins.set(
          i,
          file.residence()
              ? official && register.householdOf(decision.person()) == homes[i]
              : founded);
    }
    return joins;
  }
}
