package org.yimen.casework.assignment;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;

/** Sending two people to a family (派单); to many at once it is a bulk job of kind assign. */
@RestController
@Requires(Permission.CASE_ASSIGN)
class AssignmentController {

  private final AssignCase assign;
  private final Investigators investigators;

  AssignmentController(AssignCase assign, Investigators investigators) {
    this.assign = assign;
    this.investigators = investigators;
  }

  /** Usernames of the two. */
  record NewAssignment(
      @NotNull @Size(min = 2, max = 2) List<@NotBlank @Size(max = 60) String> investigators) {}

  @GetMapping("/api/v1/investigators")
  @Operation(
      summary = "Who may be sent to visit, who has least to do first",
      description = "area: only those who may visit in all of it")
  List<Investigators.Investigator> all(@RequestParam(defaultValue = "") String area) {
    if (!area.matches("[0-9]{0,12}")) {
      throw ProblemType.INVALID_REQUEST.because("地区（area）应是区划代码，请从列表中选择乡镇或村。");
    }
    return investigators.of(area);
  }

  @PostMapping("/api/v1/applications/{id}/assignment")
  @Transactional
  @Operation(summary = "Sends two people to a family, instead of those who were to go before")
  void assign(@PathVariable long id, @Valid @RequestBody NewAssignment asked) {
    assign.assign(id, asked.investigators());
  }
}
