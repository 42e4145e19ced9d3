// SPDX-License-Identifier: Apache-2.0

/// One frame of a log: where its header, `<kind> <length>` and a line feed, and its body stand.
public struct LogFrame: Sendable, Equatable, Codable {
  /// What the body is.
  public enum Kind: String, Sendable, Codable { case entry, checkpoint }

  /// The longest body: the bound of an entry in tlog-tiles, and for checkpoints as well.
  public static let bodyMax = 65_535

  /// What the body is.
  public let kind: Kind
  /// Where the header begins, in bytes from the start of the file.
  public let offset: Int
  /// Where the body begins.
  public let bodyOffset: Int
  /// The bytes of the body, the last of them a line feed.
  public let length: Int

  /// Where the body is.
  public var body: Range<Int> { bodyOffset..<(bodyOffset + length) }
  /// Where the next frame begins.
  public var end: Int { bodyOffset + length }

  /// The same frame, so many bytes further on.
  func moved(by distance: Int) -> LogFrame {
    LogFrame(
      kind: kind, offset: offset + distance, bodyOffset: bodyOffset + distance, length: length)
  }

  /// The bytes of a frame with this body.
  public static func encode(_ kind: Kind, _ body: [UInt8]) -> [UInt8] {
    Array("\(kind.rawValue) \(body.count)\n".utf8) + body
  }
}

/// What stands at a place where a frame should begin.
enum FrameReading {
  case frame(LogFrame)
  /// The file ends within the frame; its kind and length as far as the header tells them.
  case cut(LogFrame.Kind?, length: Int)
  case fault(LogFault.Finding, LogFrame.Kind?)

  /// Reads the frame that begins at `offset`, before the end of `bytes`, which is taken for the file's.
  init(_ bytes: [UInt8], at offset: Int) {
    let limit = min(bytes.count, offset + Self.headerMax)
    guard let end = bytes[offset..<limit].firstIndex(of: .lineFeed) else {
      self = limit == bytes.count ? .cut(nil, length: 0) : .fault(.badFrameHeader, nil)
      return
    }
    let header = bytes[offset..<end]
    guard let space = header.firstIndex(of: .space),
      let length = Decimal.decode(header[(space + 1)...])
    else {
      self = .fault(.badFrameHeader, nil)
      return
    }
    let word = header[..<space]
    guard let kind = LogFrame.Kind(word) else {
      self = .fault(.unknownKind(String(decoding: word, as: UTF8.self)), nil)
      return
    }
    self.init(bytes, kind: kind, offset: offset, bodyOffset: end + 1, length: length)
  }

  private init(_ bytes: [UInt8], kind: LogFrame.Kind, offset: Int, bodyOffset: Int, length: Int) {
    if length == 0 {
      self = .fault(.emptyBody, kind)
    } else if length > LogFrame.bodyMax {
      self = .fault(.bodyTooLong(bytes: length), kind)
    } else if length > bytes.count - bodyOffset {
      self = .cut(kind, length: length)
    } else if bytes[bodyOffset + length - 1] != .lineFeed {
      self = .fault(.bodyWithoutLineFeed, kind)
    } else {
      self = .frame(
        LogFrame(kind: kind, offset: offset, bodyOffset: bodyOffset, length: length))
    }
  }

  /// The same, with its place so many bytes further on.
  func moved(by distance: Int) -> FrameReading {
    guard case .frame(let frame) = self else { return self }
    return .frame(frame.moved(by: distance))
  }

  /// Longer than any header: `checkpoint`, a space, the digits, a line feed.
  private static let headerMax = 32
  /// So many bytes from its place on are enough to read a frame.
  static let sizeMax = headerMax + LogFrame.bodyMax
}

extension LogFrame.Kind {
  init?(_ word: ArraySlice<UInt8>) {
    if word.elementsEqual("entry".utf8) {
      self = .entry
    } else if word.elementsEqual("checkpoint".utf8) {
      self = .checkpoint
    } else {
      return nil
    }
  }
}
