// SPDX-License-Identifier: Apache-2.0

/// Which outcomes satisfy a set of groups with bounds, exactly, however the groups overlap.
///
/// Candidates who belong to the same groups are interchangeable and form a cell. An outcome is a
/// number for each cell; dynamic programming over the cells keeps, for each group that is open
/// (some of its cells are behind and some ahead), how many of it have been taken.
struct Feasibility {
  /// Some candidates, of whom an outcome takes `least` to `most`.
  struct Group {
    let members: [Bool]
    let least: Int
    let most: Int
  }

  /// The cell of each candidate.
  let cellOf: [Int]
  /// How many cells there are.
  let cells: Int
  /// Whether each group has as many members as it must give; some may belong to no cell at all.
  let hasMembers: Bool
  /// What each cell, in the order of the search, does to the counters.
  let layers: [Layer]

  /// One step of the search.
  struct Layer {
    let cell: Int
    var changes: [Change]
  }

  /// What taking some of a cell does to the counter of one of its groups.
  struct Change {
    let group: Int
    let least: Int
    let most: Int
    /// Above this the counter need not count: there is no cap, and the floor is reached.
    let enough: Int
    /// Where the counter lies in the state.
    var shift: UInt64 = 0
    var mask: UInt64 = 0
    /// Whether no later cell belongs to the group.
    var closes = false
  }

  /// The groups of candidates from 0 up to `candidates`.
  init(_ groups: [Group], candidates: Int) throws(Uncountable) {
    let sizes = groups.map { group in group.members.count { $0 } }
    hasMembers = groups.indices.allSatisfy { groups[$0].least <= sizes[$0] }
    let binding = groups.indices.filter { groups[$0].least > 0 || groups[$0].most < sizes[$0] }
    var signatures: [[Int]] = []
    var known: [[Int]: Int] = [:]
    cellOf = (0..<candidates).map { candidate in
      let signature = binding.filter { groups[$0].members[candidate] }
      if let cell = known[signature] { return cell }
      known[signature] = signatures.count
      signatures.append(signature)
      return signatures.count - 1
    }
    cells = signatures.count
    let order = Self.order(signatures, groups: groups.count)
    layers = try Self.layers(signatures, order, groups, sizes)
  }

  /// An order of the cells in which few groups are open at a time: greedily, first cell first.
  private static func order(_ signatures: [[Int]], groups: Int) -> [Int] {
    var ahead = [Int](repeating: 0, count: groups)
    for signature in signatures { for group in signature { ahead[group] += 1 } }
    var open = [Bool](repeating: false, count: groups)
    var rest = Array(signatures.indices)
    var order: [Int] = []
    while !rest.isEmpty {
      let costs = rest.map { cell in
        signatures[cell].reduce(0) { $0 + (open[$1] ? 0 : 1) - (ahead[$1] == 1 ? 1 : 0) }
      }
      let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
      let cell = rest.remove(at: best)
      order.append(cell)
      for group in signatures[cell] {
        open[group] = true
        ahead[group] -= 1
      }
    }
    return order
  }

  /// Gives each group some bits of the state from its first cell to its last.
  private static func layers(
    _ signatures: [[Int]], _ order: [Int], _ groups: [Group], _ sizes: [Int]
  ) throws(Uncountable) -> [Layer] {
    var last = [Int](repeating: 0, count: groups.count)
    for (layer, cell) in order.enumerated() {
      for group in signatures[cell] { last[group] = layer }
    }
    var fields = [(shift: Int, width: Int)?](repeating: nil, count: groups.count)
    var used: UInt64 = 0
    var layers: [Layer] = []
    for (number, cell) in order.enumerated() {
      var layer = Layer(cell: cell, changes: [])
      for group in signatures[cell] {
        let capped = groups[group].most < sizes[group]
        let enough = capped ? Int.max : groups[group].least
        let highest = capped ? groups[group].most : groups[group].least
        if fields[group] == nil { fields[group] = try allot(highest, &used) }
        guard let field = fields[group] else { continue }
        let mask = (UInt64(1) << field.width) - 1
        layer.changes.append(
          Change(
            group: group, least: groups[group].least, most: groups[group].most, enough: enough,
            shift: UInt64(field.shift), mask: mask, closes: last[group] == number))
      }
      for change in layer.changes where change.closes { used &= ~(change.mask << change.shift) }
      layers.append(layer)
    }
    return layers
  }

  /// The lowest free bits that hold numbers up to `highest`.
  private static func allot(
    _ highest: Int, _ used: inout UInt64
  ) throws(Uncountable) -> (shift: Int, width: Int) {
    let width = max(1, Int.bitWidth - max(highest, 0).leadingZeroBitCount)
    let mask = (UInt64(1) << width) - 1
    guard width < 32, let shift = (0...(64 - width)).first(where: { used & (mask << $0) == 0 })
    else { throw .tooEntangled }
    used |= mask << shift
    return (shift, width)
  }
}
