// SPDX-License-Identifier: Apache-2.0

import Governance
import Yams

/// Turns composed YAML into the tree of texts, and refuses what statutes do not use.
struct TreeReader {
  private let lines: [[UInt8]]

  init(_ text: String) {
    lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
  }

  func tree(_ node: Node, depth: Int) throws(MalformedYAML) -> JSON {
    let place = Place(node.mark)
    guard depth <= JSON.depthMax else { throw .tooDeep(line: place.line, column: place.column) }
    try refuseProperties(node, place)
    switch node {
    case .scalar(let scalar): return .string(try text(scalar, place))
    case .sequence(let sequence):
      var elements: [JSON] = []
      for element in sequence { elements.append(try tree(element, depth: depth + 1)) }
      return .array(elements)
    case .mapping(let mapping): return .object(try members(mapping, depth: depth))
    case .alias: throw .alias(line: place.line, column: place.column)
    }
  }

  private func members(
    _ mapping: Node.Mapping, depth: Int
  ) throws(MalformedYAML) -> [String: JSON] {
    var members: [String: JSON] = [:]
    for (key, value) in mapping {
      let place = Place(key.mark)
      try refuseProperties(key, place)
      guard case .scalar(let scalar) = key else {
        throw .keyNotText(line: place.line, column: place.column)
      }
      let name = try text(scalar, place)
      if name == "<<" { throw .mergeKey(line: place.line, column: place.column) }
      guard members.updateValue(try tree(value, depth: depth + 1), forKey: name) == nil else {
        throw .duplicateKey(name, line: place.line, column: place.column)
      }
    }
    return members
  }

  private func text(_ scalar: Node.Scalar, _ place: Place) throws(MalformedYAML) -> String {
    if scalar.style == .plain, scalar.string.isEmpty || scalar.string == "~" {
      throw .nothing(line: place.line, column: place.column)
    }
    return scalar.string
  }

  /// A node starts with its anchor or its tag, if it has one: the source says so most plainly.
  private func refuseProperties(_ node: Node, _ place: Place) throws(MalformedYAML) {
    if node.anchor != nil { throw .anchor(line: place.line, column: place.column) }
    switch byte(at: place) {
    case UInt8(ascii: "&"): throw .anchor(line: place.line, column: place.column)
    case UInt8(ascii: "!"): throw .tag(line: place.line, column: place.column)
    case UInt8(ascii: "*"): throw .alias(line: place.line, column: place.column)
    case _: return
    }
  }

  /// The first byte of the character at a mark, whose column counts code points.
  private func byte(at place: Place) -> UInt8? {
    guard lines.indices.contains(place.line - 1) else { return nil }
    let starts = lines[place.line - 1].lazy.filter { $0 & 0xC0 != 0x80 }
    return starts.dropFirst(place.column - 1).first
  }
}

/// A line and a column, from 1.
private struct Place {
  let line: Int
  let column: Int

  init(_ mark: Mark?) {
    line = mark?.line ?? 1
    column = mark?.column ?? 1
  }
}
