// SPDX-License-Identifier: Apache-2.0

/// One leaf that differs between two versions of statutes.
public struct StatutesChange: Sendable, Hashable {
  /// The place; elements that have an `id` go by it: `procedures.admission.stages[fix].window`.
  public let path: String
  /// What stood there; none if the place is new.
  public let old: String?
  /// What stands there now; none if the place is gone.
  public let new: String?
}

extension Statutes {
  /// What differs, leaf by leaf, in the order of the sections and then by path.
  ///
  /// A list of words is one leaf, `[uk, en]`. Where elements have an `id`, their order is a leaf of
  /// its own at the list's path.
  public static func diff(_ old: Statutes, _ new: Statutes) -> [StatutesChange] {
    let (before, after) = (leaves(of: old.tree), leaves(of: new.tree))
    let paths = Set(before.keys).union(after.keys).sorted { a, b in
      let (left, right) = (sectionIndex(a), sectionIndex(b))
      return left == right ? pathGoesBefore(a, b) : left < right
    }
    return paths.compactMap { path in
      let (was, now) = (before[path], after[path])
      return was == now ? nil : StatutesChange(path: path, old: was, new: now)
    }
  }

  private static func leaves(of tree: JSON) -> [String: String] {
    var leaves: [String: String] = [:]
    collect(tree, at: "", into: &leaves)
    return leaves
  }

  private static func collect(_ value: JSON, at path: String, into leaves: inout [String: String]) {
    switch value {
    case .object(let members):
      if members.isEmpty { leaves[path] = "{}" }
      for (name, member) in members {
        collect(member, at: path.isEmpty ? name : "\(path).\(name)", into: &leaves)
      }
    case .array(let elements): collect(elements, at: path, into: &leaves)
    case .string(let text): leaves[path] = text
    case .integer(let number): leaves[path] = String(number)
    case .bool(let truth): leaves[path] = String(truth)
    }
  }

  private static func collect(
    _ elements: [JSON], at path: String, into leaves: inout [String: String]
  ) {
    let words = elements.compactMap(\.string)
    let ids = elements.compactMap { $0["id"]?.string }
    if words.count == elements.count {
      leaves[path] = "[\(words.joined(separator: ", "))]"
    } else if ids.count == elements.count, Set(ids).count == ids.count {
      leaves[path] = ids.joined(separator: ", ")
      for (id, element) in zip(ids, elements) {
        collect(element, at: "\(path)[\(id)]", into: &leaves)
      }
    } else {
      for (index, element) in elements.enumerated() {
        collect(element, at: "\(path)[\(index)]", into: &leaves)
      }
    }
  }
}
