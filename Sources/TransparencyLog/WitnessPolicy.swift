// SPDX-License-Identifier: Apache-2.0
public import Signing

/// Whose cosignatures a checkpoint must have to be believed (c2sp.org/tlog-policy).
///
///     log alliance.example.org/ledger+cb2542d4+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c
///
///     witness press w1.example.org+1770c6f6+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU
///     witness donor w2.example.net+b7bf38bf+BO1JKMYo0cLG6ukDOJBZlWEpWSc6XGP5NjbBRhSshzfR
///     group outside 1 press donor
///     quorum outside
///
/// Names are bytes and mean nothing outside of the file; a quorum counts public keys.
public struct WitnessPolicy: Sendable, Equatable {
  /// The most lines of one keyword; the format asks for at least 32.
  public static let linesMax = 1024
  /// The longest file that is looked at.
  public static let bytesMax = 1_048_576

  /// A log whose checkpoints the policy speaks of; the key's name is the log's origin.
  public struct Log: Sendable, Equatable {
    /// The log's key.
    public let key: VerifierKey
    /// Where it is to be found; the policy itself gives it no meaning.
    public let url: String?
  }

  /// A witness that may cosign.
  public struct Witness: Sendable, Equatable {
    /// What the policy calls it.
    public let name: [UInt8]
    /// Its key, of ``VerifierKey/Kind/cosignature``.
    public let key: VerifierKey
    /// Its submission prefix as in c2sp.org/tlog-witness, where the file names one.
    public let url: String?

    /// The name as text, with the mark U+FFFD for what is not UTF-8; to be shown, not compared.
    public var label: String { String(decoding: name, as: UTF8.self) }
  }

  /// Names that stand together: it witnesses what `threshold` of its members witness.
  public struct Group: Sendable, Equatable {
    /// What the policy calls it.
    public let name: [UInt8]
    /// From 1 to the number of members.
    public let threshold: Int
    /// Each a member of this group alone.
    public let members: [Member]

    /// The name as text, with the mark U+FFFD for what is not UTF-8; to be shown, not compared.
    public var label: String { String(decoding: name, as: UTF8.self) }
  }

  /// What a name stands for.
  public enum Member: Sendable, Equatable {
    /// The witness at this place of ``WitnessPolicy/witnesses``.
    case witness(Int)
    /// The group at this place of ``WitnessPolicy/groups``, which is before the group it is in.
    case group(Int)
  }

  /// In the order of the file; may be empty, where it is known otherwise which log is meant.
  public let logs: [Log]
  /// In the order of the file.
  public let witnesses: [Witness]
  /// In the order of the file, so that a group comes after all its members.
  public let groups: [Group]
  /// Who must have witnessed a checkpoint; nil for `quorum none`.
  public let quorum: Member?

  /// A policy that asks for the cosignatures of all these witnesses, of whatever log.
  ///
  /// The keys are of ``VerifierKey/Kind/cosignature``, no two of them with one public key.
  public init(allOf keys: [VerifierKey]) {
    precondition(keys.allSatisfy { $0.kind == .cosignature }, "a witness has a witness's key")
    precondition(Set(keys.map(\.publicKey)).count == keys.count, "a quorum counts public keys")
    logs = []
    witnesses = keys.map { Witness(name: Array($0.name.utf8), key: $0, url: nil) }
    let members = keys.indices.map { Member.witness($0) }
    groups =
      keys.isEmpty
      ? [] : [Group(name: Array("all".utf8), threshold: keys.count, members: members)]
    quorum = keys.isEmpty ? nil : .group(0)
  }

  /// Makes a policy of parts that fit together.
  init(logs: [Log], witnesses: [Witness], groups: [Group], quorum: Member?) {
    self.logs = logs
    self.witnesses = witnesses
    self.groups = groups
    self.quorum = quorum
  }
}
