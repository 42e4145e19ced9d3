// SPDX-License-Identifier: Apache-2.0

extension VerifierKey: Codable {
  /// Reads the key's one spelling.
  public init(from decoder: any Decoder) throws {
    try self.init(parsing: decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the key's one spelling.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
