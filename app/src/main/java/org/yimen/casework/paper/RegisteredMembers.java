package org.yimen.casework.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.registry.CitizenNumbers;
import org.yimen.registry.CodeNames;

/** Members as the register knows them: what papers begin with before anybody was in the house. */
@Component
class RegisteredMembers {

  private final JdbcClient jdbc;
  private final CitizenNumbers numbers;

  RegisteredMembers(JdbcClient jdbc, CitizenNumbers numbers) {
    this.jdbc = jdbc;
    this.numbers = numbers;
  }

  /** Present members; the applicant alone where the register doesn't know the household. */
  List<CaseFacts.Member> of(Application application) {
    Long household = application.household();
    List<CaseFacts.Member> members = household == null ? List.of() : present(household);
    return members.isEmpty()
        ? List.of(new CaseFacts.Member(application.family().applicant(), "申请人", "", null, "", ""))
        : members;
  }

  private List<CaseFacts.Member> present(long household) {
    return jdbc.sql(
            """
            select p.id, p.name, p.sex, p.birth_date, p.citizen_number[1] as sealed, m.relation
            from registry.membership m join registry.person p on p.id = m.person
            where m.household = :household and m.valid_to is null
            order by m.source_row
            """)
        .param("household", household)
        .query(
            (row, number) ->
                new CaseFacts.Member(
                    row.getString("name"),
                    text(CodeNames.relation(row.getString("relation"))),
                    sex(row.getString("sex")),
                    row.getObject("birth_date", LocalDate.class),
                    text(numbers.open(row.getLong("id"), row.getBytes("sealed"))),
                    ""))
        .list();
  }

  private static String sex(@Nullable String code) {
    return code == null ? "" : code.equals("male") ? "男" : "女";
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
