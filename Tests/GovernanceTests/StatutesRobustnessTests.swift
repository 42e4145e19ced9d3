// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

@Suite struct HostileStatutes {
  /// Every place of a tree, as the names and indexes that lead to it.
  private func paths(_ tree: JSON) -> [[String]] {
    switch tree {
    case .object(let members):
      [[]]
        + members.keys.sorted().flatMap { name in
          paths(members[name] ?? "").map { [name] + $0 }
        }
    case .array(let elements):
      [[]] + elements.indices.flatMap { index in paths(elements[index]).map { ["\(index)"] + $0 } }
    case .string, .integer, .bool: [[]]
    }
  }

  private func replacing(_ path: ArraySlice<String>, in tree: JSON, with new: JSON) -> JSON {
    guard let name = path.first else { return new }
    switch tree {
    case .object(var members):
      members[name] = replacing(path.dropFirst(), in: members[name] ?? "", with: new)
      return .object(members)
    case .array(var elements):
      let index = Int(name) ?? 0
      elements[index] = replacing(path.dropFirst(), in: elements[index], with: new)
      return .array(elements)
    case .string, .integer, .bool: return tree
    }
  }

  /// Whatever stands at whatever place, reading ends with statutes or with faults.
  @Test(arguments: [
    "" as JSON, "x", "param.sponsors", "999999999", "((((", [], JSON.object([:]), ["x"], ["x": "y"],
    7, true,
  ])
  func neverTrap(new: JSON) throws {
    let tree = try Samples.statutes("alliance-cso").tree
    let all = paths(tree)
    for index in stride(from: 0, to: all.count, by: 41) {
      let damaged = replacing(all[index][...], in: tree, with: new)
      do { _ = try Statutes(damaged) } catch { #expect(!error.faults.isEmpty) }
    }
  }
}
