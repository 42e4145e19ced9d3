// SPDX-License-Identifier: Apache-2.0

import Counting

/// A place in the tree of statutes, read as what the schema wants there.
///
/// Each reader gives nil after it has recorded why.
struct Branch {
  let value: JSON
  let path: String
  let reading: Reading

  /// The last name of the path.
  var name: String {
    String(path.split(separator: ".").last ?? "")
  }

  func fault(_ kind: StatutesFault.Kind) { reading.fault(path, kind) }

  /// At most so many bytes of text in one scalar.
  static let textMax = 4_000

  func text() -> String? {
    guard let text = value.string else {
      fault(.wrongShape(.text))
      return nil
    }
    guard text.utf8.count <= Self.textMax else {
      fault(.tooLong(max: Self.textMax))
      return nil
    }
    return text
  }

  /// An object that has none but these keys.
  func form(_ keys: [String]) -> Form? {
    guard let members = value.object else {
      fault(.wrongShape(.object))
      return nil
    }
    for key in members.keys where !keys.contains(key) {
      reading.fault(below(key), .unknownKey(nearest: Spelling.nearest(to: key, among: keys)))
    }
    return Form(members: members, path: path, reading: reading)
  }

  /// The members of an object with free names, sorted by name.
  func members() -> [Branch] {
    guard let members = value.object else {
      fault(.wrongShape(.object))
      return []
    }
    if members.count > Reading.itemsMax { fault(.tooMany(max: Reading.itemsMax)) }
    return members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.compactMap {
      let member = Branch(value: $0.value, path: below($0.key), reading: reading)
      if Identifier.isValid($0.key), !$0.key.utf8.contains(UInt8(ascii: ".")) { return member }
      member.fault(.badValue($0.key, .name))
      return nil
    }
  }

  func items() -> [Branch] {
    guard let items = value.array else {
      fault(.wrongShape(.list))
      return []
    }
    if items.count > Reading.itemsMax { fault(.tooMany(max: Reading.itemsMax)) }
    return items.prefix(Reading.itemsMax).enumerated().map {
      Branch(value: $1, path: "\(path)[\($0)]", reading: reading)
    }
  }

  private func below(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

/// An object whose keys have been checked.
struct Form {
  let members: [String: JSON]
  let path: String
  let reading: Reading

  func optional(_ key: String) -> Branch? {
    members[key].map {
      Branch(value: $0, path: path.isEmpty ? key : "\(path).\(key)", reading: reading)
    }
  }

  func required(_ key: String) -> Branch? {
    let branch = optional(key)
    if branch == nil { reading.fault(path.isEmpty ? key : "\(path).\(key)", .missing) }
    return branch
  }

  func has(_ key: String) -> Bool { members[key] != nil }

  /// Records a fault unless exactly one of the keys is there.
  func exactlyOne(of keys: [String]) {
    if keys.count(where: has) != 1 { reading.fault(path, .oneOf(keys)) }
  }
}
