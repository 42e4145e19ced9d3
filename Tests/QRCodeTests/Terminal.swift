// SPDX-License-Identifier: Apache-2.0

/// A terminal for half-block characters: what a camera would see of it, as a PGM picture.
struct Terminal {
  let ground: UInt8
  let text: UInt8

  static let dark = Terminal(ground: 0, text: 255)
  static let light = Terminal(ground: 255, text: 0)

  /// Each character is 4 pixels wide and 8 high; around the text there is some ground.
  func picture(of screen: String) -> [UInt8] {
    let lines = screen.split(separator: "\n")
    let width = (lines.map(\.count).max() ?? 0) + 8
    var rows: [[UInt8]] = []
    for line in lines {
      rows.append(row(line, width, drawnBy: ["█", "▀"]))
      rows.append(row(line, width, drawnBy: ["█", "▄"]))
    }
    let margin = [[UInt8]](repeating: [UInt8](repeating: ground, count: width), count: 4)
    rows = margin + rows + margin
    let pixels = rows.flatMap { row in
      let wide = row.flatMap { [$0, $0, $0, $0] }
      return wide + wide + wide + wide
    }
    return Array("P5 \(width * 4) \(rows.count * 4) 255\n".utf8) + pixels
  }

  private func row(_ line: Substring, _ width: Int, drawnBy: Set<Character>) -> [UInt8] {
    let side = [UInt8](repeating: ground, count: 4)
    let middle = line.map { drawnBy.contains($0) ? text : ground }
    let rest = [UInt8](repeating: ground, count: width - 4 - middle.count)
    return side + middle + rest
  }
}
