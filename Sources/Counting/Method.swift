// SPDX-License-Identifier: Apache-2.0

/// How ballots are counted, with what each method leaves open; `Elections` specifies all of them.
public enum Method: Sendable, Hashable {
  /// Each ballot names up to as many as there are seats; the most named are elected.
  case plurality
  /// Each ballot names as many as it likes; the most approved are elected.
  case mostApproved
  /// The single transferable vote by the Scottish rules (SSI 2007/42, rules 45 to 52).
  case stv
  /// The single transferable vote by Meek's method (PR Foundation, reference rule).
  case meek
  /// The order of strongest paths, with or without a default option (Debian's constitution, A.5).
  case schulze(Schulze)
  /// Each ballot gives points by rank: what those get who are left unranked is the parameter.
  case borda(Borda)
  /// Points by the place on the ballot, or scores that a rubric has made elsewhere.
  case points(Points)
  /// No ballots: the predetermined order itself.
  case lot

  /// What a method is called in statutes, files and commands.
  public enum Name: String, Sendable, CaseIterable {
    case plurality
    case mostApproved = "most_approved"
    case stv, meek, schulze, borda, points, lot
  }

  /// The name.
  public var name: Name {
    switch self {
    case .plurality: .plurality
    case .mostApproved: .mostApproved
    case .stv: .stv
    case .meek: .meek
    case .schulze: .schulze
    case .borda: .borda
    case .points: .points
    case .lot: .lot
    }
  }

  /// The method of that name with everything left as usual; `points` has no usual scale.
  public init?(_ name: Name) {
    switch name {
    case .plurality: self = .plurality
    case .mostApproved: self = .mostApproved
    case .stv: self = .stv
    case .meek: self = .meek
    case .schulze: self = .schulze(Schulze())
    case .borda: self = .borda(.last)
    case .points: return nil
    case .lot: self = .lot
    }
  }
}
