// SPDX-License-Identifier: Apache-2.0

/// Reads a header in its one spelling, and says where it differs.
struct HeaderReader {
  private let file: [UInt8]
  /// Where the next line starts.
  private var offset: Int

  /// The header of a file; what comes after it is not looked at.
  static func read(_ file: [UInt8]) throws(SealingError) -> AgeHeader {
    guard file.starts(with: AgeHeader.version) else { throw .otherFormat }
    var reader = HeaderReader(file: file, offset: AgeHeader.version.count)
    return try reader.readHeader()
  }

  private init(file: [UInt8], offset: Int) {
    self.file = file
    self.offset = offset
  }

  private mutating func readHeader() throws(SealingError) -> AgeHeader {
    var stanzas: [AgeStanza] = []
    var start = offset
    var line = try nextLine()
    while line.starts(with: AgeStanza.arrow) {
      guard stanzas.count < AgeFile.recipientsMax else { throw .tooManyStanzas }
      stanzas.append(try readStanza(firstLine: line, at: start))
      start = offset
      line = try nextLine()
    }
    guard !stanzas.isEmpty, let mac = Self.mac(in: line) else {
      throw .malformedHeader(offset: start)
    }
    try refuseMixedPassphrase(stanzas)
    return AgeHeader(
      stanzas: stanzas, authenticated: file[..<(start + AgeHeader.dashes.count)], mac: mac,
      payloadOffset: offset)
  }

  /// The line that starts at `offset`, without its line feed.
  private mutating func nextLine() throws(SealingError) -> ArraySlice<UInt8> {
    guard let end = file[offset...].firstIndex(of: AgeStanza.lineFeed) else {
      throw .malformedHeader(offset: offset)
    }
    defer { offset = end + 1 }
    return file[offset..<end]
  }

  private mutating func readStanza(
    firstLine: ArraySlice<UInt8>, at start: Int
  ) throws(SealingError) -> AgeStanza {
    let fields = firstLine.split(separator: AgeStanza.space, omittingEmptySubsequences: false)
    // RFC 5234's VCHAR, one or more; the first field is the arrow.
    let areArguments = fields.dropFirst().allSatisfy { argument in
      !argument.isEmpty && argument.allSatisfy { (0x21...0x7E).contains($0) }
    }
    guard fields.count > 1, fields[0].count == AgeStanza.arrow.count, areArguments else {
      throw .malformedHeader(offset: start)
    }
    return AgeStanza(arguments: Array(fields.dropFirst()), body: try readBody(), offset: start)
  }

  private mutating func readBody() throws(SealingError) -> [UInt8] {
    var body: [UInt8] = []
    var length = AgeStanza.columns
    while length == AgeStanza.columns {
      let start = offset
      let line = try nextLine()
      length = line.count
      guard length <= AgeStanza.columns, let bytes = RawBase64.decode(line) else {
        throw .malformedHeader(offset: start)
      }
      body += bytes
    }
    return body
  }

  /// The MAC of `--- MAC`, or nil.
  private static func mac(in line: ArraySlice<UInt8>) -> [UInt8]? {
    let start = AgeHeader.dashes + [AgeStanza.space]
    guard line.starts(with: start), let mac = RawBase64.decode(line.dropFirst(start.count)),
      mac.count == 32
    else { return nil }
    return mac
  }

  /// A stanza for a passphrase stands alone (c2sp.org/age, "The scrypt recipient type").
  private func refuseMixedPassphrase(_ stanzas: [AgeStanza]) throws(SealingError) {
    guard stanzas.count > 1 else { return }
    for stanza in stanzas where stanza.isType(Self.passphraseType) {
      throw .malformedHeader(offset: stanza.offset)
    }
  }

  private static let passphraseType = Array("scrypt".utf8)
}
