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

  /// Measures this process while `body` runs; `body` says how many of what it did.
  static func of(_ body: () throws -> Int) rethrows -> Measurement {
    let (start, startCPU) = (ContinuousClock.now, cpuSeconds())
    let count = try body()
    let wall = (ContinuousClock.now - start) / .seconds(1)
    return Measurement(wall: wall, cpu: cpuSeconds() - startCPU, peak: peakBytes(), count: count)
  }

  func print() throws {
    FileHandle.standardOutput.write(try JSONEncoder().encode(self))
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
