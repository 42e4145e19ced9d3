// SPDX-License-Identifier: Apache-2.0

import Authoring
import Counting
import Governance
import Ledger
import TransparencyLog

/// A call's tables as CSV for other programs: screening, reviews, shortlist.
struct CallTables {
  let assembly: Assembly

  init(_ assembly: Assembly) { self.assembly = assembly }

  /// One row for each application, in the order of their entries.
  func screening(_ call: Call) -> [UInt8] {
    var csv = CSVWriter(forSpreadsheet: false)
    csv.write([
      "application_id", "disposition", "size_class", "in_review_pool", "reasons",
      "related_application", "note",
    ])
    for id in call.applications {
      guard let application = assembly.applications[id] else { continue }
      let screening = application.screening
      csv.write([
        id, screening?.disposition.rawValue ?? "unscreened", sizeClass(application),
        application.isInPool ? "yes" : "no", screening?.reasons.joined(separator: ";") ?? "",
        screening?.related ?? "", "",
      ])
    }
    return csv.bytes
  }

  /// `small` or `standard` by the statutes' predicate `small`; `unknown` where facts are missing.
  func sizeClass(_ application: Application) -> String {
    switch assembly.value(of: "small", for: application) {
    case .yes: "small"
    case .no: "standard"
    case .unknown: "unknown"
    }
  }

  /// One row for each review that came, accepted or refused, in the order of their entries.
  func reviews(_ call: Call, in log: VerifiedLog) -> [UInt8] {
    var csv = CSVWriter(forSpreadsheet: false)
    csv.write(["review_id", "accepted", "reason"])
    for (review, refused) in reviewsAsTheyCame(call, in: log) {
      csv.write([review, refused == nil ? "yes" : "no", refused ?? ""])
    }
    return csv.bytes
  }

  /// The same for programs.
  func reviewsJSON(_ call: Call, in log: VerifiedLog) -> JSON {
    .array(
      reviewsAsTheyCame(call, in: log).map { review, refused in
        var fields: [String: JSON] = [
          "review": .string(review), "accepted": .bool(refused == nil),
        ]
        fields["reason"] = refused.map(JSON.string)
        return .object(fields)
      })
  }

  /// Names of reviews, each with the reason if it was refused.
  private func reviewsAsTheyCame(
    _ call: Call, in log: VerifiedLog
  ) -> [(review: String, refused: String?)] {
    var reviews: [(String, String?)] = []
    for entry in log.entries where [.reviewSubmitted, .actRefused].contains(entry.kind) {
      let body = log.entries.statement(entry.index).body
      if let it = body as? ReviewSubmitted, isOf(call, it) { reviews.append((it.review, nil)) }
      if let it = body as? ActRefused, let (review, signers) = refusedReview(it),
        isOf(call, review)
      {
        reviews.append((review.review, reason(it.reason, review, signers)))
      }
    }
    return reviews
  }

  private func isOf(_ call: Call, _ review: ReviewSubmitted) -> Bool {
    assembly.applications[review.application]?.call == call.id
  }

  private func refusedReview(_ refused: ActRefused) -> (ReviewSubmitted, signers: [String])? {
    guard let inner = try? SignedStatement(refused: refused),
      let statement = try? inner.statement(),
      let review = statement.body as? ReviewSubmitted
    else { return nil }
    return (review, inner.signatures.map(\.name))
  }

  /// The refusal's code; a recusal names the relation too.
  private func reason(_ code: String, _ review: ReviewSubmitted, _ signers: [String]) -> String {
    guard code == Refusal.Code.recused.rawValue,
      let application = assembly.applications[review.application],
      let kind = signers.lazy.compactMap({ assembly.conflict(of: $0, with: application) }).first
    else { return code }
    return "\(code):\(kind)"
  }

  /// The ranking with exact and decimal scores.
  func shortlist(_ call: Call) -> [UInt8] {
    var csv = CSVWriter(forSpreadsheet: false)
    csv.write([
      "rank", "application_id", "oblast", "size_class", "score_exact", "score", "selected",
      "reason",
    ])
    for (rank, place) in call.shortlist.enumerated() {
      guard let application = assembly.applications[place.application] else { continue }
      csv.write([
        "\(rank + 1)", place.application, application.facts["oblast"] ?? "", sizeClass(application),
        place.score, Fraction(place.score)?.decimal(places: 2) ?? "", place.selected ? "yes" : "no",
        place.reason,
      ])
    }
    return csv.bytes
  }
}
