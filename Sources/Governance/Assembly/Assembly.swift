// SPDX-License-Identifier: Apache-2.0

/// The coalition as its log tells it: the left fold of every act so far.
///
/// It can be written down and read back, so that who verified a log need not do it twice; what is
/// read back judges later acts exactly as what was written.
public struct Assembly: Sendable, Equatable, Codable {
  /// The ledger's origin, which every statement must name.
  public let origin: String
  /// Lent by the caller, and no part of the state.
  private let cryptography: Cryptography

  /// The coalition's name by language; empty before the founding.
  public internal(set) var name: [String: String] = [:]
  /// Whether this is a rehearsal that may be told the time.
  public internal(set) var rehearsal = false
  /// The statutes in force; `nil` before the founding.
  public internal(set) var statutes: Statutes?
  /// All versions of the statutes so far, those that are not in force yet too.
  public internal(set) var editions: [Int: Edition] = [:]
  /// Civil time; `nil` before the founding.
  public internal(set) var calendar: CivilCalendar?
  /// The time of the last act.
  public internal(set) var now = Instant(seconds: 0)
  /// Ids of all statements so far.
  var ids = StatementIDs()
  /// Keys by name, revoked ones included.
  public internal(set) var keys: [String: RegisteredKey] = [:]
  /// Names of a party's keys, in the order of registration.
  var keysByParty: [String: [String]] = [:]
  /// Public keys seen so far, by their base64, so that none is registered twice.
  var keyMaterial: Set<String> = []
  /// Members, former ones included, by id.
  public internal(set) var parties: [String: Party] = [:]
  /// Key names of office holders by role, in the order of appointment.
  public internal(set) var offices: [String: [String]] = [:]
  /// All terms of seats so far, those that are over or have not begun too, in order.
  public internal(set) var terms: [Term] = []
  /// Elections by id.
  public internal(set) var elections: [String: Election] = [:]
  /// Nominations by id.
  public internal(set) var nominations: [String: Nomination] = [:]
  /// Alternates of holders, in the order in which they were named, also those no longer in force.
  public internal(set) var alternates: [NamedAlternate] = []
  /// Meetings of all bodies, in the order of their entries.
  public internal(set) var meetings: [Meeting] = []
  /// Turns of the chairs of all bodies, in the order of their entries.
  public internal(set) var turns: [Turn] = []
  /// Who declined to preside in a body's next turn, by body, in order.
  public internal(set) var declined: [String: [String]] = [:]
  var ties: Set<Tie> = []
  /// Calls by id.
  public internal(set) var calls: [String: Call] = [:]
  /// Applications by id.
  public internal(set) var applications: [String: Application] = [:]
  /// Names of reviews so far.
  var reviews: Set<String> = []
  /// Objections by id.
  public internal(set) var objections: [String: Objection] = [:]
  /// Proposals by id.
  public internal(set) var proposals: [String: Proposal] = [:]
  /// Amendments by id.
  public internal(set) var amendments: [String: Amendment] = [:]
  /// Votes by id.
  public internal(set) var votes: [String: Vote] = [:]
  /// Challenges by id.
  public internal(set) var challenges: [String: Challenge] = [:]
  /// Parties that cast the vote of their group, in the order in which they were named.
  public internal(set) var namedVoters: [String] = []
  /// Mandates by id.
  public internal(set) var mandates: [String: Mandate] = [:]
  /// Agreements by id.
  public internal(set) var agreements: [String: Agreement] = [:]
  /// Actions by id.
  public internal(set) var actions: [String: Action] = [:]
  /// Texts by SHA-256, each with what was said of it, in order.
  public internal(set) var texts: [String: [RegisteredText]] = [:]
  /// Names of statements and external decisions so far.
  var textNames: Set<String> = []
  /// Complaints by id.
  public internal(set) var complaints: [String: Complaint] = [:]
  /// Lots by id.
  public internal(set) var lots: [String: Lot] = [:]
  /// The verifier key that signs checkpoints; `nil` before the founding.
  public internal(set) var logKey: String?
  /// Appeals by id.
  public internal(set) var appeals: [String: Appeal] = [:]
  /// What was turned away, in order.
  public internal(set) var refused: [RefusedAct] = []

  /// An assembly before its founding.
  public init(
    origin: String, sha256: @escaping @Sendable ([UInt8]) -> [UInt8],
    md5: @escaping @Sendable ([UInt8]) -> [UInt8], seals: Seals
  ) {
    self.init(origin: origin, Cryptography(sha256: sha256, md5: md5, seals: seals))
  }

  /// An assembly before its founding, with the cryptography that it is lent.
  public init(origin: String, _ cryptography: Cryptography) {
    self.origin = origin
    self.cryptography = cryptography
  }

  var sha256: @Sendable ([UInt8]) -> [UInt8] { cryptography.sha256 }
  var md5: @Sendable ([UInt8]) -> [UInt8] { cryptography.md5 }
  var seals: Seals { cryptography.seals }

  /// SHA-256 of a statement's line with its LF: how other statements name it (`Format.md`).
  func digest(of statement: Statement) -> [UInt8] { sha256(statement.bytes + [0x0A]) }
}

/// A version of the statutes and the first moment under it.
public struct Edition: Sendable, Equatable, Codable {
  /// The statutes.
  public let statutes: Statutes
  /// From when they are in force.
  public let effective: Instant
}

/// The trace of a statement that was turned away.
public struct RefusedAct: Sendable, Equatable, Codable {
  /// The entry that records it.
  public let entry: Int
  /// SHA-256 of the refused statement's line with its LF.
  public let digest: [UInt8]
  /// The kind, by its name.
  public let kind: Statement.Kind
  /// The refused review's, application's, … own name, where it has one.
  public let reference: String?
  /// Which refusal.
  public let code: Refusal.Code
}
