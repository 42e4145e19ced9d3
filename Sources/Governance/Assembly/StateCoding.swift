// SPDX-License-Identifier: Apache-2.0

// How values are written that the state keeps, in whatever form its coder has. The log itself is
// never written so: a state is a copy for one program and one version of it.

extension Instant: Codable {
  /// Reads the seconds.
  public init(from decoder: any Decoder) throws {
    self.init(seconds: try decoder.singleValueContainer().decode(Int.self))
  }

  /// Writes the seconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}

extension JSON: Codable {
  /// Reads the canonical text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(canonical: Array(container.decode(String.self).utf8))
    } catch let error as MalformedJSON {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
    }
  }

  /// Writes the canonical text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(String(decoding: canonicalBytes, as: UTF8.self))
  }
}

extension Statutes: Codable {
  /// Reads the tree, and reads the statutes from it as a log's entry is read.
  public convenience init(from decoder: any Decoder) throws {
    try self.init(JSON(from: decoder))
  }

  /// Writes the tree.
  public func encode(to encoder: any Encoder) throws { try tree.encode(to: encoder) }
}
