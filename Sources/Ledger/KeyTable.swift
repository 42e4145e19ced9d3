// SPDX-License-Identifier: Apache-2.0
import Signing
import TransparencyLog

/// The authors' keys that the entries so far have introduced, by key name and key ID.
///
/// Whether a key still counts, and for what, is for the statutes to say; here it is only found.
struct KeyTable {
  private var keys: [Place: PublicKey] = [:]
  private var names: Set<String> = []

  private struct Place: Hashable {
    let name: String
    let keyID: UInt32
  }

  /// The key that a signature line claims to be of.
  subscript(line: NoteSignature) -> PublicKey? { keys[Place(name: line.name, keyID: line.keyID)] }

  /// Whether any key has this name.
  func hasName(_ name: String) -> Bool { names.contains(name) }

  /// Enters a key, unless another has its name and ID: 32 bits are too few to trust for this.
  mutating func introduce(_ key: VerifierKey) throws(LogFault.Finding) {
    let place = Place(name: key.name, keyID: key.keyID)
    if let known = keys[place] {
      guard known == key.publicKey else { throw .keyOfSameNameAndID(key.text) }
      return
    }
    keys[place] = key.publicKey
    names.insert(key.name)
  }
}

extension KeyTable: Codable {
  /// Enters the keys that were written.
  init(from decoder: any Decoder) throws {
    for key in try decoder.singleValueContainer().decode([VerifierKey].self) {
      try introduce(key)
    }
  }

  /// Writes the keys, sorted, so that equal tables are written alike.
  func encode(to encoder: any Encoder) throws {
    let all = try keys.map { try VerifierKey(name: $0.key.name, publicKey: $0.value) }
    var container = encoder.singleValueContainer()
    try container.encode(all.sorted { $0.text < $1.text })
  }
}
