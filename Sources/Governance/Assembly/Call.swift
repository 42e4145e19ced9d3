// SPDX-License-Identifier: Apache-2.0

/// An open call: its window, its applications, and how far it has come.
public struct Call: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The procedure of the statutes that it runs.
  public let procedure: String
  /// The version of the statutes that governs it to its end.
  public let version: Int
  /// The first moment inside.
  public let opens: Instant
  /// The closing before any extension.
  public let firstCloses: Instant
  /// The first moment that is outside, extensions included.
  public var closes: Instant
  /// The first moment that grace does not reach either.
  public var graceEnds: Instant
  /// Which outside value will seed a lot.
  public let lotSource: String?
  /// SHA-256 of the form that applicants fill in.
  public let formDigest: String?
  /// Applications in the order of their entries.
  public var applications: [String] = []
  /// SHA-256 of the `call.closed` line with its LF; receiving is over once it is there.
  public var closedDigest: [UInt8]?
  /// The ranking as it was published.
  public var shortlist: [ShortlistPublished.Place] = []
  /// When the shortlist was published.
  public var shortlisted: Instant?
  /// The first moment at which objections are too late.
  public var objectionsClose: Instant?
}
