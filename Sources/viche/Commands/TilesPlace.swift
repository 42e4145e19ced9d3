// SPDX-License-Identifier: Apache-2.0

import Ledger
import Register
import Signing
import SystemPackage

/// Where a log in tiles is read: a folder or a URL, which one reader takes alike.
enum TilesPlace {
  case folder(TileFolder)
  case web(WebSource)

  /// What a text names; nil where it is neither a URL nor a folder that has a checkpoint.
  init?(_ text: String, _ options: WebOptions?, _ words: Words) throws {
    guard WebClient.isURL(text) else {
      let folder = TileFolder(FilePath(text))
      guard Self.isThere(folder.path.appending("checkpoint")) else { return nil }
      self = .folder(folder)
      return
    }
    do {
      self = .web(
        try WebSource(
          text, seconds: options?.timeout ?? 60, allowHTTP: options?.allowHTTP ?? false))
    } catch {
      switch error {
      case .malformed:
        throw Failure(.usage, words("tiles.bad_url", ["url": Plain.safe(text)]))
      case .notLoopback:
        throw Failure(
          .usage, words("tiles.plain_http", ["url": Plain.safe(text)]),
          hint: words("tiles.plain_http.hint"))
      }
    }
  }

  /// Whether there is a file of that name below a folder; nothing is said of what is in it.
  private static func isThere(_ path: FilePath) -> Bool {
    guard
      let file = try? FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec])
    else { return false }
    try? file.close()
    return true
  }

  /// The log, verified whole.
  func log(
    expecting key: VerifierKey?, signedHead: SignedHead?, _ progress: Progress
  ) throws(TilesError) -> VerifiedLog {
    let tell = { progress.tell($0, of: $1) }
    switch self {
    case .folder(let folder):
      return try Log.read(
        tiles: folder, expecting: key, signedHead: signedHead, progress: tell)
    case .web(let source):
      return try Log.read(
        tiles: source, expecting: key, signedHead: signedHead, fetching: progress.tellFetched,
        progress: tell)
    }
  }

  /// Brings a copy in a folder to the state of this log.
  func mirror(
    to folder: FilePath, expecting key: VerifierKey?, _ progress: Progress
  ) throws(TilesError) -> Mirror.Update {
    let tell = { progress.tell($0, of: $1) }
    switch self {
    case .folder(let source):
      return try Mirror.update(folder, from: source, expecting: key, progress: tell)
    case .web(let source):
      return try Mirror.update(
        folder, from: source, expecting: key, fetching: progress.tellFetched, progress: tell)
    }
  }
}
