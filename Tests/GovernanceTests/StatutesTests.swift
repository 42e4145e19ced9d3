// SPDX-License-Identifier: Apache-2.0

import Counting
import Governance
import Testing

@Suite struct ModelStatutes {
  @Test(arguments: Samples.policies)
  func areWithoutFault(policy: String) throws {
    let statutes = try Samples.statutes(policy)
    #expect(statutes.policy == policy)
    #expect(statutes.version == 1)
    #expect(try Statutes(JSON(canonical: statutes.tree.canonicalBytes)) == statutes)
  }

  @Test func areReadAsTheyMean() throws {
    let statutes = try Samples.statutes("alliance-cso")
    #expect(statutes.parameters["intake_max"] == .count(14))
    #expect(statutes.windows["call_30d"]?.open == .days(30))
    #expect(statutes.windows["call_30d"]?.grace == .hours(48))
    #expect(statutes.windows["call_30d"]?.outage?.by == ["registrar", "witness"])
    #expect(statutes.windows["fix_10d"]?.workingDays == true)
    #expect(statutes.rules["consensus"]?.rounds == 2)
    #expect(statutes.rules["consensus"]?.fallbackBy?.orMembers == 5)
    #expect(statutes.rules["statutes"]?.blocs?.by == ["small_members"])
    #expect(statutes.rules["expel"]?.secrecy == .sealed)
    #expect(statutes.roles["registrar"]?.cosign == ["key.enrolled": 1, "call.extended": 1])
    #expect(statutes.bodies["assembly"]?.oneVotePer == .relation("family"))
    #expect(statutes.bodies["steering"]?.caps.map(\.atMost) == [.count(1), .share(Fraction(1, 3))])
    #expect(statutes.seats["open_seat"]?.vacancy == .byElection)
    #expect(statutes.selections["intake"]?.minPoints == Fraction(60))
    #expect(statutes.selections["intake"]?.ties.last == .lot)
    let admission = try #require(statutes.procedures["admission"])
    #expect(admission.stages.map(\.id).first == "receive")
    #expect(admission.stage("screen")?.unknown == .stage("fix"))
    #expect(admission.stage("screen")?.fail == .end(.rejected))
    #expect(admission.stage("appeal")?.may == [.uphold, .remit])
    #expect(admission.stage("onboard")?.within == .days(60))
    #expect(statutes.matters["admission"]?.decision == .rule("two_thirds"))
    #expect(statutes.mandates["external_seat"]?.speaksOnAdopted == true)
    #expect(statutes.amendment.effectiveAfter == .days(7))
    #expect(statutes.warnings == [])
  }

  @Test func otherKindsAreReadToo() throws {
    let forum = try Samples.statutes("ngo-forum")
    #expect(forum.windows["rolling"]?.open == nil)
    #expect(forum.rules["caucus_admission"]?.electors == .own("caucus"))
    let dialogue = try Samples.statutes("association-dialogue")
    #expect(
      dialogue.selections["projects"]?.take
        == .sum(of: "cost_uah", upTo: Fraction(1, 5), ofAmount: "call.envelope_uah"))
    #expect(dialogue.matters["exit"]?.decision == .unilateral)
    let community = try Samples.statutes("community-dialogue")
    #expect(community.procedures["ideas"]?.stage("reply")?.by == [.outside("council")])
    let cohort = try Samples.statutes("cohort-programme")
    #expect(cohort.selections["cohort_pick"]?.reserve == 4)
    #expect(cohort.matters["early_exit"]?.notice == .days(0))
    let fund = try Samples.statutes("pooled-fund-board")
    #expect(fund.matters["reserve_use"]?.limit?.share == Fraction(1, 10))
    #expect(fund.seats["un_seat"]?.alternate == true)
  }

  @Test func warnOfWhatDeservesASecondLook() throws {
    let cohort = try Samples.statutes("cohort-programme")
    #expect(
      cohort.warnings == [
        StatutesFault(
          path: "selections.cohort_pick.floors",
          kind: .floorsNotDisjoint("young", "outside_big_cities"))
      ])
    #expect(
      try Samples.statutes("community-dialogue").warnings == [
        StatutesFault(
          path: "rolls.diaspora_voices", kind: .classElectsNoSeat("diaspora_voices")),
        StatutesFault(
          path: "bodies.core_group.floors",
          kind: .floorsNotDisjoint("woman", "age_band == under_35")),
      ])
    for policy in ["association-dialogue", "ngo-forum", "pooled-fund-board"] {
      #expect(try Samples.statutes(policy).warnings == [], "\(policy)")
    }
    let without = try Statutes(
      Samples.damaged("electors: frontline_members, term", "electors: members, term"))
    #expect(
      without.warnings == [
        StatutesFault(
          path: "rolls.frontline_members", kind: .classElectsNoSeat("frontline_members"))
      ])
  }

  @Test func showWhatANewVersionChanges() throws {
    let old = try Samples.statutes("alliance-cso")
    let same = Statutes.diff(old, old)
    #expect(same == [])
    var text = try Samples.policyText("alliance-cso")
    for (a, b) in [
      ("version: 1\n", "version: 2\n"), ("values: [statute, manifesto,", "values: [manifesto,"),
      ("documents, [statute, manifesto,", "documents, [manifesto,"),
      ("{id: fix, by: applicant, window: fix_10d", "{id: fix, by: applicant, window: review_20d"),
      ("tie: fails, retry:", "retry:"),
    ] { text = text.replacing(a, with: b, maxReplacements: 1) }
    let new = try Statutes(Samples.read(text))
    let changes = Statutes.diff(old, new).map { "\($0.path): \($0.old ?? "–") → \($0.new ?? "–")" }
    #expect(
      changes == [
        "version: 1 → 2",
        "attributes.documents.values: [statute, manifesto, code_of_conduct, localisation_pledge, "
          + "psea_policy] → [manifesto, code_of_conduct, localisation_pledge, psea_policy]",
        "define.papers: has_all(documents, [statute, manifesto, code_of_conduct, "
          + "localisation_pledge]) → has_all(documents, [manifesto, code_of_conduct, "
          + "localisation_pledge])",
        "rules.majority.tie: fails → –",
        "procedures.admission.stages[fix].window: fix_10d → review_20d",
      ])
  }
}
