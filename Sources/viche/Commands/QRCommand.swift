// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import QRCode
import Register

struct QRCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qr",
    abstract: "Show a small file, such as a ballot or a ballot sheet, as a QR code.",
    discussion: """
      The code holds the file's bytes as they are, up to 2,953 of them. The terminal
      must be wide enough; --png makes a picture to send or print.

      Example:
        viche qr m05.statement
        viche qr v2.sheet --png v2.png
      """)

  @Argument(help: "The file.") var file: String
  @Option(help: "Write a PNG instead of printing.") var png: String?
  @Option(help: "How many pixels wide each square of the PNG is, 1 to 32.") var scale = 6
  @Flag(help: "For a terminal with dark text on a light ground.") var inverted = false
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let (words, files) = (talk.words, Files(words: talk.words))
    let bytes = try files.read(file)
    do {
      let code = try QRCode(bytes)
      guard let png else { return Terminal.say(code.terminal(inverted: inverted)) }
      try write(try code.png(scale: scale), to: png, code.modules.count * scale, files)
    } catch let error as QRCodeError {
      throw failure(error, words)
    }
  }

  private func write(_ picture: [UInt8], to path: String, _ width: Int, _ files: Files) throws {
    try files.write(picture, to: path)
    Terminal.say(files.words("qr.written", ["path": path, "width": "\(width)"]))
  }

  private func failure(_ error: QRCodeError, _ words: Words) -> Failure {
    switch error {
    case .empty: Failure(.malformed, words("qr.empty", ["path": file]))
    case .tooLong(let bytes):
      Failure(
        .malformed,
        words("qr.too_long", ["path": file, "bytes": "\(bytes)", "max": "\(QRCode.bytesMax)"]),
        hint: words("qr.too_long.hint"))
    case .invalidScale: Failure(.usage, words("qr.scale"))
    case .libqrencode(let errno): Failure(.trouble, words("qr.failed", ["why": "errno \(errno)"]))
    case .libpng(let why): Failure(.trouble, words("qr.failed", ["why": why]))
    }
  }
}
