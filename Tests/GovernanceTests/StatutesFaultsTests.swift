// SPDX-License-Identifier: Apache-2.0

import Counting
import Governance
import Testing

/// Each row is a change to the alliance's statutes, and the one fault that must be named.
@Suite struct DamagedStatutes {
  struct Row: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let path: String
    let kind: StatutesFault.Kind
    var testDescription: String { "\(old) → \(new)" }
  }

  static func row(
    _ old: String, _ new: String, _ path: String, _ kind: StatutesFault.Kind
  ) -> Row { Row(old: old, new: new, path: path, kind: kind) }

  static let names: [Row] = [
    row(
      "electors: small_members, term", "electors: smal_members, term", "seats.small_seat.electors",
      .unknownName("smal_members", [.body, .roll, .role])),
    row(
      "window: vote_5d, tie: fails, recuse", "window: vote_6d, tie: fails, recuse",
      "rules.steering_majority.window", .unknownName("vote_6d", [.window])),
    row(
      "recuse: [family, funds]}", "recuse: [family, founds]}",
      "rules.steering_majority.recuse[1]", .unknownName("founds", [.relation])),
    row(
      "fallback: majority", "fallback: minority", "rules.silence.fallback",
      .unknownName("minority", [.rule])),
    row(
      "tested_by: appeals", "tested_by: appeal", "rules.consensus.block.tested_by",
      .unknownName("appeal", [.body])),
    row(
      "blocs: {by: [small_members]", "blocs: {by: [members, large_members]",
      "rules.statutes.blocs.by[1]", .unknownName("large_members", [.roll])),
    row(
      "select: intake", "select: intakes", "procedures.admission.stages[4].select",
      .unknownName("intakes", [.selection])),
    row(
      "matter: admission", "matter: admissions", "procedures.admission.stages[6].matter",
      .unknownName("admissions", [.matter])),
    row(
      "unknown: fix", "unknown: mend", "procedures.admission.stages[1].unknown",
      .unknownName("mend", [.stage])),
    row(
      "by: reviewer", "by: viewer", "procedures.admission.stages[4].by",
      .unknownName("viewer", [.role, .roll, .body])),
    row(
      "test: eligible", "test: elegible", "procedures.admission.stages[1].test",
      .unknownName("elegible", [.attribute, .predicate])),
    row(
      "named_by: steering_majority, cosign", "named_by: steering_minority, cosign",
      "roles.registrar.named_by", .unknownName("steering_minority", [.rule, .role])),
    row(
      "never: [steering]", "never: [steerings]", "bodies.appeals.never[0]",
      .unknownName("steerings", [.body])),
    row(
      "from: election, term", "from: elections, term", "mandates.external_seat.from",
      .unknownName("elections", [.matter])),
    row(
      "matter_rule: statutes", "matter_rule: statute", "amend.matter_rule",
      .unknownName("statute", [.rule])),
    row(
      "take: param.intake_max", "take: param.intake_mix", "selections.intake.take",
      .unknownName("param.intake_mix", [.parameter])),
    row(
      "{of: members, where: \"small\"}", "{of: member, where: \"small\"}",
      "rolls.small_members.of", .unknownName("member", [.roll])),
    row(
      "keeper: [registrar]", "keeper: [registry]", "disclosure.personal_data.keeper[0]",
      .unknownName("registry", [.role])),
    row("en: \"CSO alliance", "de: \"CSO alliance", "title.de", .unknownName("de", [.language])),
    row(
      "at_most: 3, per: oblast", "at_most: 3, per: region", "selections.intake.caps[0].per",
      .unknownName("region", [.attribute, .relation, .role])),
  ]

  static let expressions: [Row] = [
    row(
      "legal_form in [go, bo, gs]", "legal_form in [go, bo, ngo]", "define.national_cso",
      .unknownName("ngo", [.value])),
    row(
      "status == member\"}\n  small", "status == membre\"}\n  small", "rolls.members.where",
      .unknownName("membre", [.value])),
    row(
      "oblast in [UA-14", "oblast in [UA-99", "define.frontline",
      .badValue("UA-99", .code(.oblast))),
    row(
      "[statute, manifesto, code_of_conduct, localisation_pledge])", "[statute, manifest])",
      "define.papers", .unknownName("manifest", [.value])),
    row(
      "count_in(sponsors, members)", "count_in(sponsors, partners)", "define.complete",
      .unknownName("partners", [.roll])),
    row(
      ">= param.min_years", ">= param.max_years", "define.seasoned",
      .unknownName("param.max_years", [.parameter])),
    row("known(edrpou)", "known(edrpo)", "define.facts", .unknownName("edrpo", [.attribute])),
    row(
      "years(registered_on, call.closes_on)", "years(budget_uah, call.closes_on)",
      "define.seasoned", .typeMismatch("budget_uah")),
    row(
      "paid_staff <= param", "paid_staff <= oblast and paid_staff <= param", "define.small",
      .typeMismatch("oblast")),
    row(
      "\"member_days >= 90 or small\"", "\"oblast >= UA-14 or small\"", "define.seat_ready",
      .typeMismatch(">=")),
    row(
      "\"national_cso and seasoned", "\"edrpou and seasoned", "define.eligible",
      .typeMismatch("edrpou")),
    row(
      "\"national_cso and seasoned", "\"national_cso seasoned", "define.eligible",
      .malformedExpression(.unexpected("seasoned", at: 13))),
    row(
      "\"member_days >= 90 or small\"", "\"member_days >= 90 or\"", "define.seat_ready",
      .malformedExpression(.endsEarly)),
    row(
      "years(registered_on, call.closes_on)", "age(registered_on)", "define.seasoned",
      .malformedExpression(.unknownFunction("age", at: 0))),
    row(
      "years(registered_on, call.closes_on)", "years(registered_on)", "define.seasoned",
      .malformedExpression(.wrongArguments("years", at: 0))),
    row(
      "\"national_cso and seasoned", "\"national_cso & seasoned", "define.eligible",
      .malformedExpression(.unexpectedCharacter(at: 13))),
    row(
      "\"legal_form in [go, bo, gs]\"", "\"eligible\"", "define.eligible",
      .cycle(["eligible", "national_cso"])),
    row(
      "seasoned: \"years", "seasoned: \"seasoned or years", "define.seasoned",
      .cycle(["seasoned"])),
    row(
      "members: {where:", "members: {of: small_members, where:", "rolls.members",
      .cycle(["members", "small_members"])),
    row(
      "define:\n", "define:\n  oblast: \"paid_staff > 0\"\n", "attributes.oblast",
      .ambiguousName("oblast")),
  ]

  static let circles: [Row] = [
    row(
      "members: {where: \"status == member\"}",
      "members: {where: \"count_in(sponsors, small_members) > 0\"}", "rolls.members",
      .cycle(["members", "small_members"])),
    row(
      "pass: \"yes >= 2/3 of cast\", window: vote_5d}",
      "pass: \"yes >= 2/3 of cast\", window: vote_5d, fallback: consensus}", "rules.consensus",
      .cycle(["consensus", "two_thirds"])),
    row(
      "ties: [lot], secrecy", "ties: [lot], floors: [], secrecy", "selections.seat_election.unmet",
      .missing),
    row(
      "by: [registrar, witness], extend_max: P7D}}\n  fix", "by: [], extend_max: P7D}}\n  fix",
      "windows.call_30d.outage.by", .missing),
  ]

  static let values: [Row] = [
    row("open: P30D", "open: 30 days", "windows.call_30d.open", .badValue("30 days", .duration)),
    row(
      "grace: PT48H, outage", "grace: P1D12H, outage", "windows.call_30d.grace",
      .badValue("P1D12H", .duration)),
    row(
      "min_score: \"60/100\"", "min_score: \"160/100\"", "selections.intake.min_score",
      .badValue("160/100", .fraction)),
    row(
      "min_score: \"60/100\"", "min_score: \"0.6\"", "selections.intake.min_score",
      .badValue("0.6", .fraction)),
    row(
      "intake_max: 14", "intake_max: fourteen", "parameters.intake_max",
      .badValue("fourteen", .amount)),
    row(
      "weight: 30, scale: 5, min: 2", "weight: 30, scale: 5, min: 6",
      "selections.intake.rubric[0].min", .badValue("6", .integer(0...5))),
    row(
      "least: 2, combine", "least: 4, combine", "selections.intake.reviews.least",
      .badValue("4", .integer(1...3))),
    row(
      "unmet: leave_vacant", "unmet: leave", "selections.intake.unmet",
      .badValue("leave", .word(["leave_vacant", "release"]))),
    row(
      "silence: {ballot: silence", "silence: {ballot: quiet", "rules.silence.ballot",
      .badValue("quiet", .word(["yes_no", "consent", "silence", "approval", "ranked"]))),
    row(
      "symmetric: true", "symmetric: yes", "relations.family.symmetric",
      .badValue("yes", .boolean)),
    row(
      "ties: [small, earliest, lot]", "ties: [small, least oblast, lot]",
      "selections.intake.ties[1]", .unknownName("oblast", [.attribute, .criterion])),
    row(
      "\"object < 3\"", "\"object < few\"", "rules.silence.pass",
      .malformedCondition(.badNumber("few", word: 3))),
    row("\"object < 3\"", "\"yes > 3\"", "rules.silence.pass", .notOnBallot("yes")),
    row(
      "intake_small_min: 5", "intake_small_min: 15", "selections.intake.floors",
      .floorsAbovePlaces(floors: 15, places: 14)),
    row(
      "id: localisation", "id: motivation", "selections.intake.rubric[1].id",
      .repeated("motivation")),
    row("{id: onboard,", "{id: appeal,", "procedures.admission.stages[8]", .repeated("appeal")),
    row("version: 1", "version: 0", "version", .badValue("0", .integer(1...1_000_000))),
  ]

  static let shapes: [Row] = [
    row(
      "relations: {family: {symmetric: true}, sponsor_of: {}, funds: {}, employs: {}, hosts: {}}\n",
      "", "relations", .missing),
    row(
      "window: vote_5d, tie: fails, recuse", "tie: fails, recuse",
      "rules.steering_majority.window", .missing),
    row(
      "{type: enum, values: [go, bo, gs, ingo_branch, llc, communal, state_body, religious, informal]}",
      "{type: enum}", "attributes.legal_form.values", .missing),
    row(
      "legal_form: {type: enum", "legal_form: {type: choice", "attributes.legal_form.type",
      .badValue(
        "choice",
        .word([
          "boolean", "country", "date", "edrpou", "enum", "integer", "katottg", "oblast", "parties",
          "party", "set", "text",
        ]))),
    row(
      "tie: fails, recuse: [family, funds]", "ties: fails, recuse: [family, funds]",
      "rules.steering_majority.ties", .unknownKey(nearest: "tie")),
    row(
      "unmet: leave_vacant", "unmet: leave_vacant\n    colour: blue", "selections.intake.colour",
      .unknownKey(nearest: nil)),
    row(
      "assembly: {roll: members", "assembly: {roll: members, seats: [open_seat]",
      "bodies.assembly", .oneOf(["roll", "seats"])),
    row(
      "routine: {rule: steering_majority, ", "routine: {", "matters.routine",
      .oneOf(["rule", "select"])),
    row(
      "caps: [{at_most: 3, per: oblast}]", "caps: {at_most: 3, per: oblast}",
      "selections.intake.caps", .wrongShape(.list)),
    row("version: 1", "version: [1]", "version", .wrongShape(.text)),
    row(
      "routine: {rule: steering_majority, proposed_by: steering}", "routine: steering_majority",
      "matters.routine", .wrongShape(.object)),
  ]

  @Test(arguments: names + expressions + circles + values + shapes)
  func nameTheirFault(row: Row) throws {
    let tree = try Samples.damaged(row.old, row.new)
    let error = #expect(throws: StatutesFaults.self) { try Statutes(tree) }
    let expected = StatutesFault(path: row.path, kind: row.kind)
    #expect(error?.faults == [expected])
    #expect(error?.faults.allSatisfy { !$0.kind.code.isEmpty } == true)
  }

  @Test func nameAllFaultsAtOnceInTheOrderOfTheSections() throws {
    var text = try Samples.policyText("alliance-cso")
    for (old, new) in [
      ("open: P30D", "open: P30"), ("by: reviewer", "by: nobody"), ("[go, bo, gs]", "[go, xx]"),
    ] {
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    let tree = try Samples.read(text)
    let error = #expect(throws: StatutesFaults.self) { try Statutes(tree) }
    #expect(
      error?.faults.map(\.path) == [
        "define.national_cso", "windows.call_30d.open", "procedures.admission.stages[4].by",
      ])
  }

  @Test func areNamedAlikeEveryTime() throws {
    let tree = try Samples.damaged("relations:", "relation:")
    let first = try #require(throws: StatutesFaults.self) { try Statutes(tree) }
    for _ in 0..<5 { #expect(throws: first) { try Statutes(tree) } }
  }

  @Test func needEverySection() {
    let error = #expect(throws: StatutesFaults.self) { try Statutes([:]) }
    #expect(error?.faults.map(\.path) == Statutes.sections)
    #expect(error?.faults.allSatisfy { $0.kind == .missing } == true)
    #expect(throws: StatutesFaults.self) { try Statutes("statutes") }
    #expect(throws: StatutesFaults.self) { try Statutes(["version": 1]) }
  }

  @Test func areBounded() throws {
    let long = String(repeating: "small or ", count: 300) + "small"
    let tree = try Samples.damaged("\"member_days >= 90 or small\"", "\"\(long)\"")
    let error = #expect(throws: StatutesFaults.self) { try Statutes(tree) }
    #expect(
      error?.faults == [
        StatutesFault(path: "define.seat_ready", kind: .malformedExpression(.tooLong))
      ])
  }

  @Test func cannotDoubleADefinitionWithoutEnd() throws {
    let steps = (1...40).map { "  d\($0): \"d\($0 - 1) and d\($0 - 1)\"" }.joined(separator: "\n")
    let tree = try Samples.damaged("define:\n", "define:\n  d0: \"paid_staff > 0\"\n\(steps)\n")
    let error = #expect(throws: StatutesFaults.self) { try Statutes(tree) }
    #expect(error?.faults.map(\.kind) == [.tooMany(max: 10_000)])
  }
}
