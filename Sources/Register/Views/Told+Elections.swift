// SPDX-License-Identifier: Apache-2.0

public import Governance

extension ElectionCalled: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "election": election, "places": Election.text(ofPlaces: places),
      "closes": summary.moment.text(nominationsClose), "from": summary.moment.text(termsFrom),
    ]
  }
}

extension Election {
  /// `open_seat 4, small_seat 3`: classes in the order of their bytes, each with its places.
  public static func text(ofPlaces places: [String: Int]) -> String {
    places.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}

extension NominationMade: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "nomination": nomination, "label": summary.brief(label), "party": party, "seat": seat,
    ]
  }
}

extension NominationAccepted: Told {
  func facts(_ summary: Summary) -> [String: String] { ["nomination": nomination] }
}

extension NominationWithdrawn: Told {
  func facts(_ summary: Summary) -> [String: String] { ["nomination": nomination] }
}

extension SeatVacated: Told {
  var variant: String? { meetings == nil ? nil : "absent" }

  func facts(_ summary: Summary) -> [String: String] {
    [
      "party": party, "seat": seat, "ground": summary.brief(ground),
      "meetings": summary.words.list(meetings ?? []),
    ]
  }
}

extension SeatFilled: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["party": party, "seat": seat, "until": summary.moment.text(until), "vote": vote]
  }
}
