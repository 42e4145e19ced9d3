// SPDX-License-Identifier: Apache-2.0

/// A message with places for values.
///
///     {call}: {count|row|rows}, of {total}; {=count|it|they} must be read again
///
/// `{name}` is a value, `{name|one|other}` a number with its word, `{=name|…}` the word alone.
struct Template {
  let pieces: [Piece]
  /// Whether every brace that opens closes, and none inside another.
  let isBalanced: Bool

  /// A part of a message.
  enum Piece: Equatable {
    case text(String)
    case value(String)
    case plural(String, forms: [String], showsNumber: Bool)
  }

  /// Reads a message; a brace without its partner stays as it is.
  init(_ source: String) {
    var pieces: [Piece] = []
    var rest = Substring(source)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(Piece(inside: rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
    self.isBalanced = pieces.allSatisfy(\.hasNoBrace)
  }

  /// The names of the values, each once.
  var names: Set<String> { Set(pieces.compactMap(\.name)) }
}

extension Template.Piece {
  init(inside source: Substring) {
    let parts = source.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else {
      self = .value(String(source))
      return
    }
    let showsNumber = !parts[0].hasPrefix("=")
    self = .plural(
      showsNumber ? parts[0] : String(parts[0].dropFirst()), forms: Array(parts.dropFirst()),
      showsNumber: showsNumber)
  }

  fileprivate var name: String? {
    switch self {
    case .text: nil
    case .value(let name), .plural(let name, _, _): name
    }
  }

  fileprivate var hasNoBrace: Bool {
    let texts: [String]
    switch self {
    case .text(let text), .value(let text): texts = [text]
    case .plural(let name, let forms, _): texts = [name] + forms
    }
    return !texts.contains { $0.contains("{") || $0.contains("}") }
  }
}
