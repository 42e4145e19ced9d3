// SPDX-License-Identifier: Apache-2.0

public import Governance

extension Words {
  /// Why a line is not a statement.
  public func sentence(for fault: MalformedStatement) -> String {
    switch fault {
    case .json(let json): sentence(for: json)
    case .notAnObject: self("statement.not_an_object")
    case .unknownType(let found): self("statement.unknown_type", ["found": found])
    case .missingField(let field): self("statement.missing_field", ["field": field])
    case .unknownField(let field): self("statement.unknown_field", ["field": field])
    case .badField(let field, let expected):
      self("statement.bad_field", ["field": field, "expected": expected])
    }
  }

  /// Why a text is not JSON in its one spelling; bytes are counted from 0.
  public func sentence(for fault: MalformedJSON) -> String {
    switch fault {
    case .notUTF8(let at): self("json.not_utf8", ["at": "\(at)"])
    case .unexpected(let at): self("json.unexpected", ["at": "\(at)"])
    case .truncated: self("json.truncated")
    case .trailing(let at): self("json.trailing", ["at": "\(at)"])
    case .tooDeep(let at): self("json.too_deep", ["at": "\(at)"])
    case .integerOutOfRange(let at): self("json.integer_out_of_range", ["at": "\(at)"])
    case .fractionOrExponent(let at): self("json.fraction", ["at": "\(at)"])
    case .nullValue(let at): self("json.null", ["at": "\(at)"])
    case .repeatedName(let name, let at):
      self("json.repeated", ["name": name, "at": "\(at)"])
    case .notCanonical: self("json.not_canonical")
    case .notNFC: self("json.not_nfc")
    }
  }
}
