// SPDX-License-Identifier: Apache-2.0

extension JSON {
  /// The one spelling of this value: RFC 8785, names sorted by UTF-16 code units, no white space.
  public var canonicalBytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out)
    return out
  }

  private func write(to out: inout [UInt8]) {
    switch self {
    case .bool(let value): out.append(contentsOf: value ? "true".utf8 : "false".utf8)
    case .integer(let value): out.append(contentsOf: String(value).utf8)
    case .string(let value): Self.write(value, to: &out)
    case .array(let elements):
      out.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        element.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, name) in members.keys.sorted(by: Self.inOrder).enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        Self.write(name, to: &out)
        out.append(UInt8(ascii: ":"))
        members[name]?.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// RFC 8785 §3.2.3: by UTF-16 code units, which differs from bytes only above U+FFFF.
  static func inOrder(_ a: String, _ b: String) -> Bool {
    let (left, right) = (a.utf8.span, b.utf8.span)
    let shared = min(left.count, right.count)
    var at = 0
    while at < shared, left[at] == right[at] { at += 1 }
    if at == shared { return left.count < right.count }
    // A lead byte from 0xEE on begins U+E000 or more, where surrogates sort before.
    if left[at] >= 0xEE || right[at] >= 0xEE { return a.utf16.lexicographicallyPrecedes(b.utf16) }
    return left[at] < right[at]
  }

  /// RFC 8785 §3.2.2.2: the two-character escapes, `\u00xx` for other controls, the rest as it is.
  private static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    if needsNoEscape(text.utf8.span) {
      out.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 { writeEscaped(byte, to: &out) }
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func needsNoEscape(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
    }
    return true
  }

  private static func writeEscaped(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): out.append(contentsOf: [0x5C, 0x22])
    case UInt8(ascii: "\\"): out.append(contentsOf: [0x5C, 0x5C])
    case 0x08: out.append(contentsOf: [0x5C, UInt8(ascii: "b")])
    case 0x09: out.append(contentsOf: [0x5C, UInt8(ascii: "t")])
    case 0x0A: out.append(contentsOf: [0x5C, UInt8(ascii: "n")])
    case 0x0C: out.append(contentsOf: [0x5C, UInt8(ascii: "f")])
    case 0x0D: out.append(contentsOf: [0x5C, UInt8(ascii: "r")])
    case 0x00..<0x20:
      out.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, hex(byte >> 4), hex(byte & 15)])
    default: out.append(byte)
    }
  }

  /// The lower-case hex digit of a number below 16.
  static func hex(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
