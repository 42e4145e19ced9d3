// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What one part took, as its process prints it and the parent reads it.
struct Measurement: Codable {
  /// Seconds by the clock on the wall.
  var wall: Double
  /// Seconds of all cores.
  var cpu: Double
  /// The largest resident set of the process, in bytes.
  var peak: Int
  /// Signatures, or commits.
  var count: Int
  /// Seconds in which a part only read what it needed; within ``wall``.
  var loading = 0.0

  static let none = Measurement(wall: 0, cpu: 0, peak: 0, count: 0)

  /// Measures this process while `body` runs; `body` says how many of what it did.
  static func of(_ body: () throws -> Int) rethrows -> Measurement {
    var stopwatch = Stopwatch()
    let count = try body()
    stopwatch.stop()
    var measured = stopwatch.measured
    measured.count = count
    return measured
  }

  /// Two parts, one after the other.
  static func + (a: Measurement, b: Measurement) -> Measurement {
    Measurement(
      wall: a.wall + b.wall, cpu: a.cpu + b.cpu, peak: max(a.peak, b.peak),
      count: a.count + b.count, loading: a.loading + b.loading)
  }
}

/// Measures this process while it runs: from the beginning, and with pauses.
struct Stopwatch {
  /// What was measured so far.
  private(set) var measured = Measurement.none
  private var began = (wall: ContinuousClock.now, cpu: cpuSeconds())

  mutating func start() { began = (.now, Self.cpuSeconds()) }

  mutating func stop() {
    measured.wall += (ContinuousClock.now - began.wall) / .seconds(1)
    measured.cpu += Self.cpuSeconds() - began.cpu
    measured.peak = Self.peakBytes()
  }

  private static func cpuSeconds() -> Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
  }

  /// VmHWM: the "high water mark" of the resident set (proc(5)).
  private static func peakBytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) * 1_024
  }
}

extension Encodable {
  /// Writes a measurement as the parent reads it.
  func print() throws { FileHandle.standardOutput.write(try JSONEncoder().encode(self)) }
}
