// SPDX-License-Identifier: Apache-2.0

/// Where a static server keeps one tile of a log (c2sp.org/tlog-tiles).
///
///     tile/0/x001/x234/067
///     tile/entries/001.p/44
public enum TilePath: Sendable, Hashable {
  /// A tile of up to 256 hashes of one level of the tree; a width below 256 makes it partial.
  case hashes(level: Int, index: Int, width: Int)
  /// A bundle of up to 256 entries; a width below 256 makes it partial.
  case entries(index: Int, width: Int)

  /// The hashes of a full tile, and the entries of a full bundle.
  public static let fullWidth = 256
  /// The largest index that has a path with which all known readers agree: six groups of digits.
  public static let indexMax = 999_999_999_999_999_999

  /// How many hashes or entries it has.
  public var width: Int {
    switch self {
    case .hashes(_, _, let width), .entries(_, let width): width
    }
  }

  /// The full tile or bundle in whose place this one stands while it is partial.
  public var full: TilePath {
    switch self {
    case .hashes(let level, let index, _):
      .hashes(level: level, index: index, width: Self.fullWidth)
    case .entries(let index, _): .entries(index: index, width: Self.fullWidth)
    }
  }

  /// The number, on its level, of the first hash or entry in it.
  public var first: Int {
    switch self {
    case .hashes(_, let index, _), .entries(let index, _): index * Self.fullWidth
    }
  }

  /// The bundle that holds an entry of a log of this size.
  public static func bundle(ofEntry entry: Int, size: Int) -> TilePath {
    precondition((0..<size).contains(entry), "an entry of the log")
    let index = entry / fullWidth
    return .entries(index: index, width: min(fullWidth, size - index * fullWidth))
  }

  /// Every tile and bundle of a log of this size: levels upwards, then bundles, each from 0.
  public static func all(size: Int) -> [TilePath] {
    var paths: [TilePath] = []
    var (level, count) = (0, size)
    while count > 0 {
      paths += widths(count).map { .hashes(level: level, index: $0.index, width: $0.width) }
      level += 1
      count /= fullWidth
    }
    return paths + widths(size).map { .entries(index: $0.index, width: $0.width) }
  }

  private static func widths(_ count: Int) -> [(index: Int, width: Int)] {
    stride(from: 0, to: count, by: fullWidth).map {
      (index: $0 / fullWidth, width: min(fullWidth, count - $0))
    }
  }
}

extension TilePath {
  /// Reads a path in its one spelling, without a slash before it.
  public init(parsing path: String) throws(MalformedNote) {
    var parts = Array(path.utf8).split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
    guard parts.count >= 3, parts.removeFirst().elementsEqual("tile".utf8) else {
      throw .badTilePath
    }
    let kind = parts.removeFirst()
    var width = Self.fullWidth
    if let last = parts.dropLast().last, last.suffix(2).elementsEqual(".p".utf8),
      let digits = parts.popLast(), let name = parts.popLast()
    {
      guard let partial = Decimal.decode(digits), (1...255).contains(partial) else {
        throw .badTilePath
      }
      width = partial
      parts.append(name.dropLast(2))
    }
    let index = try Self.index(parts)
    if kind.elementsEqual("entries".utf8) {
      self = .entries(index: index, width: width)
    } else {
      guard let level = Decimal.decode(kind), level <= 63 else { throw .badTilePath }
      self = .hashes(level: level, index: index, width: width)
    }
  }

  /// The path, without a slash before it.
  public var text: String {
    switch self {
    case .hashes(let level, let index, let width):
      "tile/\(level)/\(Self.groups(index))\(Self.suffix(width))"
    case .entries(let index, let width):
      "tile/entries/\(Self.groups(index))\(Self.suffix(width))"
    }
  }

  private static func suffix(_ width: Int) -> String {
    precondition((1...fullWidth).contains(width), "a tile has 1 to 256 hashes")
    return width == fullWidth ? "" : ".p/\(width)"
  }

  /// Groups of three digits, all but the last with an `x` before them.
  private static func groups(_ index: Int) -> String {
    precondition((0...indexMax).contains(index), "an index of a tile")
    var groups = padded(index % 1000)
    var rest = index / 1000
    while rest > 0 {
      groups = "x\(padded(rest % 1000))/\(groups)"
      rest /= 1000
    }
    return groups
  }

  private static func padded(_ group: Int) -> String {
    let digits = String(group)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func index(_ groups: ArraySlice<ArraySlice<UInt8>>) throws(MalformedNote) -> Int {
    // A first group of zeros would be a second spelling.
    guard (1...6).contains(groups.count),
      groups.count == 1 || groups.first?.elementsEqual("x000".utf8) == false
    else { throw .badTilePath }
    var index = 0
    for (place, group) in zip(groups.indices, groups) {
      let isLast = place == groups.endIndex - 1
      let digits = isLast ? group : group.dropFirst()
      guard isLast || group.first == UInt8(ascii: "x"), digits.count == 3 else {
        throw .badTilePath
      }
      for digit in digits {
        guard (0x30...0x39).contains(digit) else { throw .badTilePath }
        index = index * 10 + Int(digit - 0x30)
      }
    }
    return index
  }
}
