// SPDX-License-Identifier: Apache-2.0

public import Governance

/// Who holds which seat at a moment, from when until when, and which places nobody holds.
public struct SeatsView: Sendable {
  /// One class of seats.
  public struct Class: Sendable {
    /// The class as the statutes describe it.
    public let seat: Statutes.Seat
    /// The body that it belongs to; `nil` where no body names it.
    public let body: String?
    /// The terms that run, in the order in which they began.
    public let terms: [Term]
    /// How many seats nobody holds; `nil` for a class that each group has its own of.
    public var empty: Int? { seat.per == nil ? max(0, seat.count - terms.count) : nil }
  }

  /// The classes, body by body, each in the order of the statutes.
  public let classes: [Class]

  /// Looks at an assembly at a moment, by the statutes in force then.
  public init(_ assembly: Assembly, at moment: Instant) {
    guard let statutes = assembly.inForce(at: moment) else {
      self.classes = []
      return
    }
    self.classes = statutes.classesInOrder.map { body, seat in
      Class(
        seat: seat, body: body,
        terms: assembly.terms.filter { $0.seat == seat.name && assembly.runs($0, at: moment) })
    }
  }
}

extension Statutes {
  /// Every class of seats with its body: by bodies, and within one as it names them; then the rest.
  var classesInOrder: [(body: String?, seat: Seat)] {
    var rest = seats
    var found: [(String?, Seat)] = []
    for body in bodies.values.sorted(by: { $0.name.precedes($1.name) }) {
      for name in body.classes {
        if let seat = rest.removeValue(forKey: name) { found.append((body.name, seat)) }
      }
    }
    return found + rest.values.sorted { $0.name.precedes($1.name) }.map { (nil, $0) }
  }
}

extension Statutes.Body {
  /// The classes whose holders it consists of; none for a roll.
  public var classes: [String] {
    switch composition {
    case .roll: []
    case .seats(let names): names
    }
  }
}

extension String {
  /// The one order of names: by bytes; `<` would go by canonical equivalence.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
