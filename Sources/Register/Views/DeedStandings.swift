// SPDX-License-Identifier: Apache-2.0

public import Governance

extension Action {
  /// Whether something is still to be done.
  public var isOpen: Bool { state != .done && state != .dropped }

  /// Whether it should have been done by now.
  public func isOverdue(at now: Instant) -> Bool { isOpen && now >= task.due }
}

extension Agreement {
  /// From when it binds nobody any more; `nil` where no end is known.
  public var end: Instant? { [ended, until].compactMap(\.self).min() }

  /// Whether it binds at a moment.
  public func isInForce(at now: Instant) -> Bool { end.map { now < $0 } ?? true }
}

extension Assembly {
  /// The mandate of the statutes under which one was granted, if it is one of them.
  func kind(of mandate: Mandate) -> Statutes.Mandate? {
    mandate.kind.flatMap { edition(mandate.version)?.mandates[$0] }
  }

  /// From when a report on a meeting is late; `nil` where the statutes give it no time.
  public func reportDue(
    on occasion: MandateGranted.Occasion, under mandate: Mandate
  ) -> Instant? {
    kind(of: mandate)?.reportWithin
      .flatMap { calendar?.closing(of: $0, from: occasion.on) }
  }
}
