// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import TransparencyLog

/// All that somebody needs to vote without the log and without a connection, in one small file.
///
///     {"ballot":"yes_no","closes":"2025-03-04T00:00:00+02:00","format":"viche-ballot-sheet/1",
///      "items":{"P-7":{"texts":{"uk":"8e21…"},"title":{"uk":"…"}}},"opened":{…},
///      "registrar":"alliance.example.org/registrar+…","rule":{"en":"…","uk":"…"},
///      "signatures":["— alliance.example.org/registrar …"],"silence":{"en":"…","uk":"…"}}
///
/// `opened` is the `vote.opened` statement itself; being canonical JSON, it gives back the line that
/// the registrar signed. All else tells what the statement names; with `signed` the registrar signed
/// that too, over the file's bytes without `signed`.
struct BallotSheet {
  static let format = "viche-ballot-sheet/1"
  /// A sheet is small; whatever is larger is none.
  static let sizeMax = 262_144

  let members: [String: JSON]
  let opened: VoteOpened
  let paper: BallotPaper
  let registrar: VerifierKey
  let signed: SignedStatement

  var vote: String { opened.vote }

  /// The file: one object in canonical form, and a line feed.
  var bytes: [UInt8] { JSON.object(members).canonicalBytes + [0x0A] }

  /// The registrar's signature over the whole sheet, where there is one.
  private var wholeSignature: String? { members["signed"]?.string }

  /// What ``wholeSignature`` is over.
  private var unsignedBytes: [UInt8] {
    JSON.object(members.filter { $0.key != "signed" }).canonicalBytes + [0x0A]
  }

  /// Reads the members of a sheet; `nil` where they are not those of one.
  init?(_ members: [String: JSON]) {
    guard members["format"]?.string == Self.format, let opened = members["opened"],
      let statement = try? Statement(parsing: opened.canonicalBytes),
      let body = statement.body as? VoteOpened,
      let lines = members["signatures"]?.array?.compactMap(\.string),
      let key = members["registrar"]?.string.flatMap({ try? VerifierKey(parsing: $0) }),
      let ballot = members["ballot"]?.string.flatMap(Statutes.Ballot.init),
      let items = members["items"]?.object, let signed = Self.signed(opened, lines)
    else { return nil }
    self.members = members
    self.opened = body
    self.registrar = key
    self.signed = signed
    self.paper = BallotPaper(
      ledger: statement.ledger, vote: body.vote, digest: signed.digest,
      items: body.items.map { BallotPaper.Item($0, items[$0]?.object ?? [:]) }, ballot: ballot,
      picks: members["picks"]?.integer, recipients: (body.tellers ?? []).map(\.recipient))
  }

  private static func signed(_ opened: JSON, _ lines: [String]) -> SignedStatement? {
    let text = lines.map { $0 + "\n" }.joined()
    return try? SignedStatement(parsing: opened.canonicalBytes + [0x0A, 0x0A] + text.utf8)
  }

  /// Reads a file, in words where it is no sheet.
  static func read(_ path: String, _ files: Files) throws -> BallotSheet {
    let bytes = try files.read(path, atMost: sizeMax)
    let body = bytes.last == 0x0A ? Array(bytes.dropLast()) : bytes
    guard let members = (try? JSON(canonical: body))?.object, let sheet = BallotSheet(members)
    else {
      throw Failure(
        .malformed, files.words("sheet.malformed", ["path": path]),
        hint: files.words("sheet.malformed.hint"))
    }
    return sheet
  }
}

extension BallotPaper.Item {
  /// As a sheet describes it.
  init(_ id: String, _ members: [String: JSON]) {
    let options = members["options"]?.object ?? [:]
    self.init(
      id: id, title: Self.texts(members["title"]), texts: Self.texts(members["texts"]),
      options: options.mapValues { Self.texts($0) })
  }

  private static func texts(_ json: JSON?) -> [String: String] {
    (json?.object ?? [:]).compactMapValues(\.string)
  }

  /// As a sheet describes it.
  var json: JSON {
    var members: [String: JSON] = ["title": Self.json(title)]
    members["texts"] = texts.isEmpty ? nil : Self.json(texts)
    members["options"] = options.isEmpty ? nil : .object(options.mapValues { Self.json($0) })
    return .object(members)
  }

  private static func json(_ texts: [String: String]) -> JSON {
    .object(texts.mapValues(JSON.string))
  }
}

// Making one.
extension BallotSheet {
  /// The sheet of a vote of a log; with a key, the registrar signs the whole.
  init?(_ vote: Vote, in log: VerifiedLog, signing key: NamedKey? = nil) throws {
    let assembly = log.assembly
    let signed = log.entries.entry(vote.entry).signed
    guard let statutes = assembly.under(vote.version).statutes,
      let rule = statutes.rule(of: vote), let calendar = assembly.calendar,
      let opened = try? JSON(canonical: signed.line),
      let registrar = Self.registrar(among: signed, assembly)
    else { return nil }
    let paper = assembly.paper(of: vote)
    var members: [String: JSON] = [
      "format": .string(Self.format), "opened": opened, "registrar": .string(registrar),
      "signatures": .array(
        signed.signatures.map { .string(String(decoding: $0.line.dropLast(), as: UTF8.self)) }),
      "ballot": .string(rule.ballot.rawValue),
      "items": .object(
        Dictionary(paper.items.map { ($0.id, $0.json) }, uniquingKeysWith: { first, _ in first })),
      "closes": .string(Self.civil(vote.closes, calendar)),
      "rule": Self.inLanguages {
        RuleWords(statutes, $0).essentials(vote.clause).joined(separator: "; ")
      },
      "silence": Self.inLanguages { Words($0).silence(under: rule) },
    ]
    if let grounds = rule.block?.grounds, !grounds.isEmpty {
      members["grounds"] = .array(grounds.map(JSON.string))
    }
    members["picks"] = paper.picks.map(JSON.integer)
    members["rehearsal"] = log.isRehearsal ? true : nil
    if let key {
      let text = JSON.object(members).canonicalBytes + [0x0A]
      let line = try NoteSignature(signing: text, as: key.vkey.name, with: key.key).line
      members["signed"] = .string(String(decoding: line.dropLast(), as: UTF8.self))
    }
    self.init(members)
  }

  /// The verifier key of the registrar who signed the opening.
  private static func registrar(
    among signed: SignedStatement, _ assembly: Assembly
  ) -> String? {
    let tellers = Set(assembly.offices["teller"] ?? [])
    let registrars = Set(assembly.offices["registrar"] ?? [])
    let names = signed.signatures.map(\.name)
    // After a hand-over the registrar of that day holds no office any more.
    let name =
      names.first(where: registrars.contains) ?? names.first { !tellers.contains($0) }
      ?? names.first
    return name.flatMap { assembly.keys[$0]?.vkey }
  }

  private static func inLanguages(_ text: (Language) -> String) -> JSON {
    .object(
      Dictionary(
        Language.allCases.map { ($0.rawValue, .string(text($0))) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// `2025-03-04T00:00:00+02:00`.
  private static func civil(_ instant: Instant, _ calendar: CivilCalendar) -> String {
    let minutes = calendar.offsetMinutes(at: instant)
    let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (instant + minutes * 60).text.dropLast()
      + "\(minutes < 0 ? "-" : "+")\(two(hours)):\(two(rest))"
  }
}

// Believing one.
extension BallotSheet {
  /// Throws unless the registrar's key signed the opening, and it is the key that the member knows.
  func check(registrar known: VerifierKey?, _ words: Words) throws {
    if let known, known != registrar {
      throw Failure(
        .refused,
        words("sheet.other_registrar", ["found": registrar.name, "expected": known.name]),
        hint: words("sheet.hint"))
    }
    guard Self.holds(signed.text, signed.signatures, registrar) else {
      throw Failure(
        .refused, words("sheet.bad_signature", ["name": registrar.name]),
        hint: words("sheet.hint"))
    }
    guard isWholeSigned != false else {
      throw Failure(
        .refused, words("sheet.bad_whole", ["name": registrar.name]), hint: words("sheet.hint"))
    }
  }

  /// Whether the registrar signed the whole sheet; `nil` where nobody did.
  var isWholeSigned: Bool? {
    guard let wholeSignature else { return nil }
    let bytes = unsignedBytes + [0x0A] + wholeSignature.utf8 + [0x0A]
    guard let note = try? SignedNote(parsing: bytes) else { return false }
    return Self.holds(note.text, note.signatures, registrar)
  }

  private static func holds(
    _ text: [UInt8], _ signatures: [NoteSignature], _ key: VerifierKey
  ) -> Bool {
    (try? SignedNote(text: text, signatures: signatures).verified(by: [key])) != nil
  }

  /// The time at which a ballot is made; only the sheet of a rehearsal can be told one.
  func now(_ told: String?, _ words: Words) throws -> Instant {
    let isRehearsal = members["rehearsal"]?.bool == true
    return try ToldTime(words).now(told, isRehearsal: isRehearsal) ?? System.now
  }
}

// Showing one.
extension BallotSheet {
  /// What it is about, for people.
  func text(_ words: Words) -> String {
    var lines = [
      words("sheet.head", ["vote": vote, "ledger": paper.ledger, "closes": closes(words)])
    ]
    for item in paper.items {
      lines.append("  \(item.id)  \(words.translation(of: item.title))")
      for (language, digest) in item.texts.sorted(by: { $0.key < $1.key }) {
        lines.append("    " + words("sheet.text", ["language": language, "digest": digest]))
      }
      for (name, title) in item.options.sorted(by: { $0.key < $1.key }) {
        lines.append("    \(Plain.safe(name))  \(words.translation(of: title))")
      }
    }
    lines += [choices(words), grounds(words), said("rule", words), said("silence", words)]
    if let tellers = opened.tellers {
      lines.append(
        words("sheet.sealed", ["tellers": tellers.map(\.key).joined(separator: ", ")]))
    }
    lines.append(words("sheet.registrar", ["key": registrar.text]))
    if isWholeSigned == nil { lines.append(words("sheet.not_whole")) }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func choices(_ words: Words) -> String {
    let known = paper.ballot.words.map(\.rawValue).joined(separator: ", ")
    return known.isEmpty ? "" : words("sheet.words", ["words": known])
  }

  private func grounds(_ words: Words) -> String {
    let grounds = (members["grounds"]?.array ?? []).compactMap(\.string)
    return grounds.isEmpty
      ? "" : words("sheet.grounds", ["grounds": grounds.joined(separator: ", ")])
  }

  private func said(_ name: String, _ words: Words) -> String {
    let texts = (members[name]?.object ?? [:]).compactMapValues(\.string)
    return texts.isEmpty ? "" : words.translation(of: texts)
  }

  /// The closing as the sheet says it in civil time, if that is the closing that was signed.
  private func closes(_ words: Words) -> String {
    let said = members["closes"]?.string ?? ""
    guard Instant(said, canonical: false) == opened.closes else {
      return Moment(words.language).text(opened.closes)
    }
    return String(said.prefix(16)).replacing("T", with: " ") + " (\(said.suffix(6)))"
  }
}
