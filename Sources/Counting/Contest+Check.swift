// SPDX-License-Identifier: Apache-2.0

extension Contest {
  /// Throws unless all numbers fit each other; what ballots name is checked while they are read.
  func check(_ method: Method, _ constraints: Constraints, _ ties: Ties) throws(Uncountable) {
    guard (1...Self.countMax).contains(seats), candidates.count <= Self.countMax else {
      throw .badSize
    }
    if let unknown = withdrawn.filter({ !candidates.indices.contains($0) }).min() {
      throw .unknownWithdrawn(unknown)
    }
    try checkPapers()
    try check(ties)
    try check(constraints)
    guard fits(method) else { throw .badMethod }
  }

  private func stands(_ candidate: Int) -> Bool {
    candidates.indices.contains(candidate) && !withdrawn.contains(candidate)
  }

  private func checkPapers() throws(Uncountable) {
    var papers = 0
    for (index, ballot) in ballots.enumerated() {
      guard ballot.papers > 0 else { throw .emptyPile(ballot: index) }
      guard ballot.papers <= Self.papersMax - papers else { throw .tooManyPapers }
      papers += ballot.papers
    }
  }

  private func check(_ ties: Ties) throws(Uncountable) {
    let named = Set(ties.lot)
    guard named.count == ties.lot.count, named.allSatisfy(candidates.indices.contains),
      candidates.indices.allSatisfy({ named.contains($0) || withdrawn.contains($0) })
    else { throw .badLot }
  }

  private func check(_ constraints: Constraints) throws(Uncountable) {
    for (index, constraint) in constraints.list.enumerated() {
      guard (0...seats).contains(constraint.atLeast),
        constraint.atMost.map({ $0 >= constraint.atLeast }) ?? true,
        constraint.members.allSatisfy(candidates.indices.contains)
      else { throw .badConstraint(index) }
    }
    guard constraints.list.count <= Self.countMax else {
      throw .badConstraint(Self.countMax)
    }
    guard constraints.sitting.count <= seats, constraints.sitting.allSatisfy(stands) else {
      throw .badSitting
    }
  }

  private func fits(_ method: Method) -> Bool {
    switch method {
    case .points(let points): points.fits(candidates: candidates.count)
    case .schulze(let schulze):
      schulze.standard.map { standard in
        stands(standard.option) && (0...Self.papersMax).contains(standard.quorum)
          && standard.ratios.allSatisfy { stands($0.key) && $0.value >= Fraction(1) }
          && standard.ratios.values.allSatisfy { max($0.numerator, $0.denominator) <= 1_000 }
      } ?? true
    case .plurality, .mostApproved, .stv, .meek, .borda, .lot: true
    }
  }
}
