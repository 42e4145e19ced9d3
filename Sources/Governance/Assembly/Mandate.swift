// SPDX-License-Identifier: Apache-2.0

/// A right to speak or act outside, with its duty to report.
public struct Mandate: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The decision or election that it comes from.
  public let source: MandateGranted.Source
  /// The version of the statutes that governs it.
  public let version: Int
  /// The party whose people may act.
  public let holder: String
  /// The party whose people may act instead.
  public let alternate: String?
  /// The mandate of the statutes, if it is one of them.
  public let kind: String?
  /// What it allows.
  public let scope: String
  /// When it ends.
  public let until: Instant
  /// Meetings that are to be reported on.
  public let occasions: [MandateGranted.Occasion]
  /// Meeting to SHA-256 of the report.
  public var reports: [String: String] = [:]
  /// Meeting to the parties that stepped aside there, the holder or its alternate, in order.
  public internal(set) var recused: [String: [String]] = [:]
  /// Proposals whose texts bind the holder, in the order in which they were given to it.
  public internal(set) var instructions: [String] = []
  /// When it ended before its time.
  public var ended: Instant?

  /// The proposal that it comes from, if it is one.
  public var proposal: String? { source.proposal }

  /// Who may act under it: the holder, then its alternate.
  public var agents: [String] { [holder] + (alternate.map { [$0] } ?? []) }

  /// Who may report on a meeting: the holder or its alternate, less those who stepped aside there.
  public func reporters(on occasion: String) -> [String] {
    agents.filter { !(recused[occasion] ?? []).contains($0) }
  }

  /// Whether it allows anything at a moment.
  public func isInForce(at now: Instant) -> Bool { ended == nil && now < until }
}

/// A text that several parties signed.
public struct Agreement: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The decision that it comes from.
  public let proposal: String
  /// SHA-256 of the document.
  public let sha256: String
  /// Members that signed it.
  public let parties: [String]
  /// Who signed outside this ledger.
  public let with: [String]
  /// When it was recorded.
  public let signed: Instant
  /// When it ends by itself.
  public let until: Instant?
  /// When it was ended.
  public var ended: Instant?
}

/// Something that a member is to do.
public struct Action: Sendable, Equatable, Codable {
  /// What, who and until when.
  public let task: AgreementSigned.Obligation
  /// The decision that it comes from.
  public let proposal: String
  /// How it stands; nothing before its owner said so.
  public var state: ActionUpdated.State?
  /// The last word about it.
  public var note: String?
}

/// A text in the register: issued, disavowed, or what another body decided.
public struct RegisteredText: Sendable, Equatable, Codable {
  /// What it is.
  public enum Standing: String, Sendable, Codable { case issued, disavowed, external, document }
  /// What it is.
  public let standing: Standing
  /// Its name, or its digest where it has none.
  public let id: String
  /// The decision that it speaks for.
  public let proposal: String?
  /// The entry that registers it.
  public let entry: Int
  /// When.
  public let at: Instant
  /// The ground, channel or body.
  public let note: String
}

/// Somebody's word that a receipt has no entry.
public struct Complaint: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The key that complains.
  public let key: String
  /// The receipt, whole.
  public let receipt: String
  /// The reasons, which are public.
  public let ground: String
  /// The registrar's answer.
  public var answer: String?
}
