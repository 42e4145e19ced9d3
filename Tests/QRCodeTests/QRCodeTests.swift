// SPDX-License-Identifier: Apache-2.0
import QRCode
import Testing

struct QRCodeTests {
  static let lengths = [1, 700, 1_000, 1_001, 2_000, 2_953]

  static func text(_ count: Int) -> [UInt8] {
    let letters = Array("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73 {\"k\": 7}\n".utf8)
    return (0..<count).map { letters[($0 * $0 + $0 / 60) % letters.count] }
  }

  @Test(arguments: lengths)
  func thePictureIsReadBack(count: Int) throws {
    let text = Self.text(count)
    #expect(try Reader.read(QRCode(text).png(), type: "png") == text)
  }

  @Test(arguments: lengths)
  func whatADarkTerminalShowsIsReadBack(count: Int) throws {
    let text = Self.text(count)
    let screen = try QRCode(text).terminal()
    #expect(try Reader.read(Terminal.dark.picture(of: screen), type: "pgm") == text)
  }

  @Test(arguments: lengths)
  func whatALightTerminalShowsInvertedIsReadBack(count: Int) throws {
    let text = Self.text(count)
    let screen = try QRCode(text).terminal(inverted: true)
    #expect(try Reader.read(Terminal.light.picture(of: screen), type: "pgm") == text)
  }

  @Test func bytesThatAreNoTextAreReadBack() throws {
    let bytes = (0..<256).map { UInt8($0) }
    #expect(try Reader.read(QRCode(bytes).png(), type: "png") == bytes)
  }

  @Test func aMarginOfFourLightModulesIsPartOfIt() throws {
    let modules = try QRCode([0x41]).modules
    // Version 1 has 21 modules; a finder pattern stands in its corner.
    #expect(modules.count == 29 && modules.allSatisfy { $0.count == 29 })
    #expect(modules[..<4].allSatisfy { !$0.contains(true) })
    #expect(modules[25...].allSatisfy { !$0.contains(true) })
    #expect(modules.allSatisfy { !$0[..<4].contains(true) && !$0[25...].contains(true) })
    #expect(modules[4][4..<11].allSatisfy { $0 } && !modules[5][5])
  }

  /// ISO/IEC 18004, table 7: version 26 holds 1,059 bytes at level M, version 22 1,003 at level L.
  @Test func aboveAThousandBytesThereIsLessErrorCorrection() throws {
    #expect(try QRCode(Self.text(1_000)).modules.count == 17 + 4 * 26 + 8)
    #expect(try QRCode(Self.text(1_001)).modules.count == 17 + 4 * 22 + 8)
  }

  @Test func theTerminalShowsNothingButHalfBlocks() throws {
    let screen = try QRCode([0x41]).terminal()
    #expect(screen.allSatisfy { "█▀▄ \n".contains($0) })
    #expect(screen.split(separator: "\n").count == 15)
    #expect(screen.hasPrefix(String(repeating: "█", count: 29) + "\n"))
    #expect(screen.hasSuffix(String(repeating: "▀", count: 29) + "\n"))
  }

  @Test func nothingAndTooMuchAreRefused() {
    #expect(throws: QRCodeError.empty) { try QRCode([]) }
    #expect(throws: QRCodeError.tooLong(bytes: 2_954)) { try QRCode(Self.text(2_954)) }
  }

  @Test(arguments: [0, -1, 33])
  func aModuleHasASensibleSize(scale: Int) throws {
    let code = try QRCode([0x41])
    #expect(throws: QRCodeError.invalidScale(scale)) { try code.png(scale: scale) }
  }

  @Test func thePictureIsAsLargeAsAskedFor() throws {
    let png = try QRCode([0x41]).png(scale: 2)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // IHDR: width and height.
    #expect(Array(png[16..<24]) == [0, 0, 0, 58, 0, 0, 0, 58])
  }
}
