package org.yimen.identity;

/** Which roles may use which operations of api/openapi.json. */
public final class ExpectedRoutes {

  /**
   * Who may use what; "all" is everybody who is signed in, "everybody" who isn't too. Session and
   * about are open.
   */
  public static final String OF_ROLES =
      """
      post /api/openfisca/calculate: township district
      post /api/openfisca/trace: township district
      get /api/openfisca/entities: everybody
      get /api/openfisca/parameter/{id}: everybody
      get /api/openfisca/parameters: everybody
      get /api/openfisca/spec: everybody
      get /api/openfisca/variable/{id}: everybody
      get /api/openfisca/variables: everybody
      get /api/v1/accounts: security
      post /api/v1/accounts: security
      post /api/v1/accounts/{username}/one-time-password: security
      post /api/v1/accounts/{username}/position: security
      delete /api/v1/accounts/{username}/link: security
      put /api/v1/accounts/{username}/link: security
      delete /api/v1/accounts/{username}/sessions: security
      delete /api/v1/accounts/{username}/suspension: security
      post /api/v1/accounts/{username}/suspension: security
      get /api/v1/areas: village township deputy mayor checker district leader
      get /api/v1/bulk-jobs: village township deputy mayor checker district leader
      post /api/v1/bulk-jobs: village township deputy mayor checker district leader
      post /api/v1/bulk-jobs/check: village township deputy mayor checker district leader
      get /api/v1/bulk-jobs/{id}: village township deputy mayor checker district leader
      get /api/v1/bulk-jobs/{id}/files: village township deputy mayor checker district leader
      get /api/v1/bulk-jobs/{id}/files.zip: village township deputy mayor checker district leader
      get /api/v1/bulk-jobs/{id}/files/{number}.pdf: village township deputy mayor checker district leader
      get /api/v1/bulk-jobs/{id}/rows: village township deputy mayor checker district leader
      get /api/v1/bulk-jobs/{id}/rows.csv: village township deputy mayor checker district leader
      get /api/v1/bulk-jobs/{id}/rows.xlsx: village township deputy mayor checker district leader
      post /api/v1/bulk-jobs/{id}/stop: village township deputy mayor checker district leader
      get /api/v1/deadlines: village township deputy mayor checker district leader
      get /api/v1/deadlines/counts: village township deputy mayor checker district leader
      get /api/v1/deadlines/in-time: village township deputy mayor checker district leader
      get /api/v1/deadlines/in-time.csv: village township deputy mayor checker district leader
      get /api/v1/deadlines/list.csv: village township deputy mayor checker district leader
      get /api/v1/applications: village township deputy mayor checker district leader
      post /api/v1/applications: village township district
      get /api/v1/applications/{id}: village township deputy mayor checker district leader
      post /api/v1/applications/{id}/acceptance: township district
      post /api/v1/applications/{id}/assignment: township deputy district
      get /api/v1/applications/{id}/attachments: village township deputy mayor checker district
      get /api/v1/applications/{id}/attachments/{attachment}: village township deputy mayor checker district
      put /api/v1/applications/{id}/attachments/{attachment}: village township checker district
      post /api/v1/applications/{id}/authorisations: village township district
      post /api/v1/applications/{id}/authorisations/mistake: village township district
      post /api/v1/applications/{id}/check: township district
      post /api/v1/applications/{id}/check/report: checker district
      post /api/v1/applications/{id}/check/start: checker district
      post /api/v1/applications/{id}/check/told: village township district
      post /api/v1/applications/{id}/circumstances: township district
      get /api/v1/applications/{id}/conflicts: village township deputy mayor checker district
      post /api/v1/applications/{id}/conflicts/{conflict}/settlement: village township district
      post /api/v1/applications/{id}/confirmation: mayor district
      post /api/v1/applications/{id}/ending: deputy district
      post /api/v1/applications/{id}/missing-papers: township district
      post /api/v1/applications/{id}/notice: township district
      post /api/v1/applications/{id}/objections: village township district
      post /api/v1/applications/{id}/objections/assembly: village township district
      post /api/v1/applications/{id}/objections/settlement: township district
      post /api/v1/applications/{id}/papers: village township district
      get /api/v1/applications/{id}/prefill: village township checker district
      get /api/v1/applications/{id}/unsigned: village township district
      get /api/v1/applications/{id}/papers: village township deputy mayor checker district leader
      get /api/v1/applications/{id}/papers/{kind}.docx: village township deputy mayor checker district leader
      get /api/v1/applications/{id}/papers/{kind}.pdf: village township deputy mayor checker district leader
      get /api/v1/applications.xlsx: village township deputy mayor district
      get /api/v1/visits.xlsx: village township deputy mayor district
      get /api/v1/forms/visit.pdf: village township deputy mayor checker district leader
      get /api/v1/applications/{id}/progress-code: village township deputy mayor checker district leader
      post /api/v1/applications/{id}/progress-code: village township district
      post /api/v1/applications/{id}/proposal: township district
      post /api/v1/applications/{id}/refusal: mayor district
      post /api/v1/applications/{id}/return: mayor district
      post /api/v1/applications/{id}/review: deputy district
      post /api/v1/applications/{id}/service: village township district
      post /api/v1/applications/{id}/transfer: township district
      post /api/v1/applications/{id}/visits: village township checker district
      post /api/v1/applications/{id}/withdrawal: village township district
      get /api/v1/rechecks/{id}: village township deputy mayor checker district leader
      post /api/v1/rechecks/{id}/cancellation: deputy district
      post /api/v1/rechecks/{id}/decision: mayor district
      post /api/v1/rechecks/{id}/notice: township district
      get /api/v1/rechecks/{id}/paper: village township deputy mayor checker district leader
      post /api/v1/rechecks/{id}/proposal: township district
      post /api/v1/rechecks/{id}/reversal: mayor district
      post /api/v1/rechecks/{id}/review: deputy district
      post /api/v1/rechecks/{id}/service: village township district
      get /api/v1/standings: village township deputy mayor checker district leader
      get /api/v1/standings/{id}: village township deputy mayor checker district leader
      post /api/v1/standings/{id}/delay: deputy district
      post /api/v1/standings/{id}/rechecks: village township district
      get /api/v1/adjustments/months: mayor district
      get /api/v1/adjustments/{month}: mayor district
      post /api/v1/adjustments/{month}: mayor district
      get /api/v1/adjustments/{month}/raised.csv: mayor district
      get /api/v1/take-over: deputy district
      post /api/v1/take-over: deputy district
      post /api/v1/assessments: township district
      get /api/v1/audit: audit
      post /api/v1/audit/check: audit
      get /api/v1/audit/deeds: audit
      post /api/v1/audit/entries/{part}/{seq}/looked-into: audit
      get /api/v1/audit/heads: audit
      get /api/v1/deliveries: district bureau
      post /api/v1/deliveries: district bureau
      get /api/v1/deliveries/progress: district bureau
      get /api/v1/deliveries/{id}: district bureau
      post /api/v1/deliveries/{id}/withdrawal: district bureau
      get /api/v1/deliveries/{id}/rows: district bureau
      get /api/v1/deliveries/{id}/rows.csv: district bureau
      get /api/v1/deliveries/{id}/rows/{row}: district bureau
      get /api/v1/doubtful-pairs: township district
      get /api/v1/doubtful-pairs/{id}: township district
      delete /api/v1/doubtful-pairs/{id}/decision: township district
      post /api/v1/doubtful-pairs/{id}/decision: township district
      post /api/v1/field/downloads: village township district
      get /api/v1/field/tasks: village township district
      get /api/v1/investigators: township deputy district
      get /api/v1/forms/visit: village township deputy mayor checker district leader
      get /api/v1/households: village township deputy mayor checker district leader
      get /api/v1/households/{id}: village township deputy mayor checker district leader
      get /api/v1/households/{id}/award: village township deputy mayor checker district leader
      get /api/v1/households/{id}/near-misses: village township deputy mayor checker district leader
      get /api/v1/households/{id}/screening: village township deputy mayor checker district leader
      get /api/v1/households/{id}/views: village township deputy mayor checker district leader
      get /api/v1/minor-requests: village township deputy mayor checker district leader
      post /api/v1/minor-requests: village township deputy mayor checker district leader
      post /api/v1/minor-requests/{id}/decision: district leader
      post /api/v1/outward/checks: district
      get /api/v1/outward/checks: district
      get /api/v1/outward/checks/findings: district
      get /api/v1/outward/checks/findings.csv: district
      get /api/v1/outward/differences: district
      post /api/v1/outward/differences/{id}/settlement: district
      get /api/v1/outward/packs: district
      post /api/v1/outward/packs: district
      get /api/v1/outward/packs/{id}: district
      post /api/v1/outward/packs/{id}/acceptance: district
      post /api/v1/outward/packs/{id}/discarding: district
      get /api/v1/outward/packs/{id}/file: district
      get /api/v1/outward/packs/{id}/omissions: district
      post /api/v1/outward/packs/{id}/receipt: district
      get /api/v1/outward/packs/{pack}/families: district
      get /api/v1/outward/packs/{pack}/families/{family}: district
      post /api/v1/outward/packs/{pack}/rows/{row}/copied: district
      get /api/v1/outward/packs/{pack}/rows/{row}/fields/{place}: district
      get /api/v1/outward/systems: district
      get /api/v1/own-passkeys: all
      post /api/v1/own-passkeys: all
      post /api/v1/own-passkeys/question: all
      delete /api/v1/own-passkeys/{id}: all
      delete /api/v1/own-sessions: all
      get /api/v1/own-sessions: all
      delete /api/v1/own-sessions/{handle}: all
      get /api/v1/parameters: village township deputy mayor checker district leader
      get /api/v1/parameter-values: village township deputy mayor checker district leader
      post /api/v1/parameter-values: district leader
      get /api/v1/parameter-values/{id}: village township deputy mayor checker district leader
      get /api/v1/parameter-values/{id}/back-pay: district leader
      get /api/v1/parameter-values/{id}/back-pay.csv: district leader
      post /api/v1/parameter-values/{id}/decision: leader
      get /api/v1/parameter-values/{id}/effects: district leader
      post /api/v1/parameter-values/{id}/effects: district leader
      get /api/v1/parameters/{id}/history: village township deputy mayor checker district leader
      get /api/v1/persons/{id}: village township deputy mayor checker district leader
      post /api/v1/phones/{phone}/key: village township checker district
      get /api/v1/positions: security
      post /api/v1/public/progress: everybody
      get /api/v1/public/villages/{area}/notices: everybody
      get /api/v1/register.xlsx: district
      get /api/v1/roles: security
      get /api/v1/rules: village township deputy mayor checker district leader
      get /api/v1/rules/{id}: village township deputy mayor checker district leader
      post /api/v1/screening: district
      get /api/v1/screening.csv: district
      get /api/v1/screening/overview: village township deputy mayor checker district leader
      get /api/v1/screening/progress: village township deputy mayor checker district leader
      get /api/v1/screening/visits: village township deputy mayor checker district leader
      get /api/v1/units: all
      get /api/v1/what-ifs: district leader
      post /api/v1/what-ifs: district leader
      delete /api/v1/what-ifs/{id}: district leader
      get /api/v1/what-ifs/{id}: district leader
      get /api/v1/what-ifs/{id}/households: district leader
      get /api/v1/what-ifs/{id}/households.csv: district leader
      """;

  private ExpectedRoutes() {}
}
