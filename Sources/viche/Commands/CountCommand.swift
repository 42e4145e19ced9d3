// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Authoring
import Counting
import Governance
import Register
import Signing

struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count a file of ballots by any method; no ledger is needed.",
    discussion: """
      The file is BLT, as OpenSTV, OpaVote, Droop, OpenTally and Scottish councils
      write it, or a table of ranks: CSV with a column for each candidate and a row
      for each ballot, 1 the best.

      Methods: stv (the Scottish rules of 2007), meek, schulze, borda, most_approved
      (whoever is named is approved), plurality, points (with --scale), lot. Every tie
      that nothing else settles goes by one order: --seed draws it, --lot names it,
      else it is that of the file.

      Example:
        viche count ward.blt --method stv
        viche count ward.blt --method stv --constraints parties.con --csv
        viche count ballots.csv --method schulze --seats 3 --seed "noise of 1 May"
        viche count ballots.csv --seats 3 --to blt
      """)

  @Argument(help: "The ballots: a BLT file or a CSV table of ranks.") var file: String
  @Option(help: "How to count.") var method: String?
  @Option(help: "How many are to be elected (default: what the file says).") var seats: Int?
  @Option(help: "How many of which groups at least and at most: a CON file as of OpenTally.")
  var constraints: String?
  @Option(help: "Seats that too few of a group stand for: leave_vacant or release.")
  var unmet: String?
  @Option(help: "A candidate who stood down, by name or number. May be repeated.")
  var withdrawn: [String] = []
  @Option(
    help: """
      What an unranked candidate is: last or no_comparison for schulze (default: no_comparison
      in tables, else last), last, zero or modified for borda (default: last).
      """)
  var unranked: String?
  @Option(help: "The points of the first, second and further ranks: 5,4,3,2,1.")
  var scale: String?
  @Option(help: "A text fixed beforehand; SHA-256 of it and each name draws the order of the lot.")
  var seed: String?
  @Option(help: "A file with the candidates' names in the order of the lot.") var lot: String?
  @Flag(help: "Print all stages as a CSV table.") var csv = false
  @Option(help: "Count nothing, and print the ballots as blt or csv.") var to: String?
  @OptionGroup var talk: TalkOptions

  private var words: Words { talk.words }
  private var files: BallotFiles { BallotFiles(files: Files(words: talk.words)) }

  func run() throws {
    guard [csv, talk.json, to != nil].count(where: { $0 }) <= 1 else {
      throw Failure(.usage, words("count.two_outputs"))
    }
    if let seats, !(1...Contest.countMax).contains(seats) {
      throw Failure(.usage, words("count.seats.bad", ["max": "\(Contest.countMax)"]))
    }
    if let to { return try convert(to) }
    let name = try methodName()
    var ballots = try files.ballots(file, seats: seats)
    for name in withdrawn {
      ballots.contest.withdrawn.insert(try files.candidate(name, in: ballots.contest))
    }
    try show(ballots, try method(name, ballots))
  }

  private func show(_ ballots: BallotFiles.Ballots, _ method: Method) throws {
    let contest = ballots.contest
    let list = try constraints.map { try files.constraints($0, for: contest) } ?? []
    let lot = try lot(for: ballots)
    let count: Count
    do {
      count = try contest.count(
        method, constraints: Constraints(list, unmet: try unmetChoice()), ties: Ties(lot: lot.order)
      )
    } catch let error as Uncountable {
      throw CountWords(words, contest, list).failure(for: error, method)
    }
    let export = CountExport(contest: contest, count: count, constraints: list, lot: lot.order)
    if csv { return Terminal.print(export.csv) }
    if talk.json { return Terminal.say(export.json.canonicalText) }
    Terminal.say(
      CountReport(contest: contest, count: count, constraints: list, lot: lot, words: words)
        .text)
  }

  private func convert(_ format: String) throws {
    var ballots = try files.ballots(file, seats: seats)
    for name in withdrawn {
      ballots.contest.withdrawn.insert(try files.candidate(name, in: ballots.contest))
    }
    do {
      switch format {
      case "blt":
        Terminal.print(try BLTFile(ballots.contest, tieOrder: ballots.tieOrder).bytes())
      case "csv": Terminal.print(try RankTable.write(ballots.contest))
      case _: throw Failure(.usage, words("count.to.unknown", ["found": format]))
      }
    } catch let error as UnwritableContest {
      throw Failure(.malformed, AuthoringWords(words).sentence(for: error))
    }
  }
}

// MARK: - Choices

extension CountCommand {
  private func methodName() throws -> Method.Name {
    let known = ["known": Method.Name.allCases.map(\.rawValue).joined(separator: ", ")]
    guard let method else { throw Failure(.usage, words("count.method.missing", known)) }
    guard let name = Method.Name(rawValue: method) else {
      throw Failure(
        .usage, words("count.method.unknown", known.merging(["found": method]) { own, _ in own }))
    }
    return name
  }

  private func method(_ name: Method.Name, _ ballots: BallotFiles.Ballots) throws -> Method {
    if unranked != nil, name != .schulze, name != .borda { throw useless("--unranked", name) }
    if scale != nil, name != .points { throw useless("--scale", name) }
    switch name {
    case .plurality: return .plurality
    case .mostApproved: return .mostApproved
    case .stv: return .stv
    case .meek: return .meek
    case .lot: return .lot
    case .borda: return .borda(try choice(unranked, of: "--unranked") ?? .last)
    case .schulze:
      let usual: Schulze.Unranked = ballots.isTable ? .noComparison : .last
      return .schulze(Schulze(unranked: try choice(unranked, of: "--unranked") ?? usual))
    case .points: return .points(.sum(scale: try points()))
    }
  }

  private func useless(_ option: String, _ name: Method.Name) -> Failure {
    Failure(
      .usage, words("count.option.useless", ["option": option, "method": name.rawValue]))
  }

  private func unmetChoice() throws -> RankedFill.Unmet? { try choice(unmet, of: "--unmet") }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String?, of option: String
  ) throws -> Choice? {
    guard let text else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .usage,
        words("count.option.unknown", ["option": option, "known": known, "found": text]))
    }
    return choice
  }

  private func points() throws -> [Int] {
    guard let scale else { throw Failure(.usage, words("count.scale.missing")) }
    let parts = scale.split(separator: ",", omittingEmptySubsequences: false)
    let points = parts.compactMap { Int($0.replacing(" ", with: "")) }
    guard points.count == parts.count,
      points.allSatisfy({ (-Points.scaleMax...Points.scaleMax).contains($0) })
    else { throw Failure(.usage, words("count.scale")) }
    return points
  }

  /// The predetermined order, and where it is from in words.
  private func lot(for ballots: BallotFiles.Ballots) throws -> (order: [Int], origin: String) {
    let contest = ballots.contest
    if seed != nil, lot != nil { throw Failure(.usage, words("count.two_lots")) }
    if let seed {
      let ties = Ties(
        seed: Array(seed.utf8), ids: contest.candidates.map { Array($0.utf8) },
        digest: { Hash.sha256($0) })
      return (ties.lot, words("count.lot.seed", ["seed": seed]))
    }
    if let lot {
      return (try files.order(lot, for: contest), words("count.lot.given", ["path": lot]))
    }
    if let order = ballots.tieOrder { return (order, words("count.lot.tie_order")) }
    return (Array(contest.candidates.indices), words("count.lot.file_order"))
  }
}
