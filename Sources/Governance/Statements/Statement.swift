// SPDX-License-Identifier: Apache-2.0

/// What one author says, in one line of canonical JSON: the signed part of an entry.
///
///     {"choices":{"A-014":"yes"},"id":"…","ledger":"…","on":"…","type":"ballot.cast","vote":"V1"}
///
/// `Statements.md` lists every type with its fields, its signers and what is refused.
public struct Statement: Sendable, Equatable {
  /// The ledger's origin that this statement is for; it counts in no other.
  public let ledger: String
  /// 32 lower-case hex digits, random, never used twice in one ledger.
  public let id: String
  /// The type and its fields.
  public var body: any Payload { judged }
  /// The fields, if it is of this type.
  public func body<Body: Payload>(as type: Body.Type) -> Body? {
    kind == Body.kind ? judged as? Body : nil
  }
  /// The `type` field.
  public var kind: Kind { judged.kind }
  /// The verifier keys that it brings into the log; the log's own first.
  public var introducedKeys: [String] { judged.introducedKeys }
  /// The same as ``body`` with the rules that judge it.
  let judged: any Judged
  /// The line as it was signed, without its LF.
  public let bytes: [UInt8]

  /// The line decides: all else follows from it.
  public static func == (a: Statement, b: Statement) -> Bool { a.bytes == b.bytes }

  /// Reads a statement's line, without its LF; refuses every spelling but one, and unknown fields.
  public init(parsing bytes: [UInt8]) throws(MalformedStatement) {
    let json: JSON
    do { json = try JSON(canonical: bytes) } catch { throw .json(error) }
    // Not kept, so that its members can be taken out without a copy of them.
    guard case .object(let members) = consume json else { throw .notAnObject }
    var fields = Fields(consume members)
    let type = try fields.text("type")
    self.ledger = try fields.text("ledger", atMost: 255)
    self.id = try fields.hex("id", digits: 32)
    self.judged = try Self.body(type, &fields)
    try fields.end()
    self.bytes = bytes
  }

  /// Makes a statement from its fields, by writing them and reading them back.
  public init(
    _ type: Kind, ledger: String, id: String, _ fields: [String: JSON]
  ) throws(MalformedStatement) {
    var members = fields
    members["type"] = .string(type.rawValue)
    members["ledger"] = .string(ledger)
    members["id"] = .string(id)
    try self.init(parsing: JSON.object(members).canonicalBytes)
  }
}

/// Why a line is not a statement.
public enum MalformedStatement: Error, Equatable, Sendable {
  case json(MalformedJSON)
  case notAnObject
  case unknownType(String)
  case missingField(String)
  case unknownField(String)
  /// The field's value is of another shape than the type's fields allow; the text names the shape.
  case badField(String, expected: String)
}
