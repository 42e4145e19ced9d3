// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import SystemPackage

/// The files of a folder as they arrived, in the order in which they are judged.
///
/// First what says nothing of its own time, then the rest by that time: so that of two ballots of
/// one member the later replaces the earlier, whatever the files are called. Then by name.
struct Inbox {
  /// A file that holds a signed statement.
  struct Letter {
    let name: String
    let signed: SignedStatement
    let statement: Statement
  }

  private(set) var letters: [Letter] = []
  /// Files that hold none, and why.
  private(set) var others: [(name: String, why: String)] = []

  /// A statement's file is no larger: 1 MiB.
  private static let sizeMax = 1_048_576

  /// Reads a folder; throws only where the folder itself cannot be read.
  init(_ folder: String, _ files: Files) throws {
    let names: [String]
    do { names = try System.names(in: FilePath(folder)) } catch {
      let key = error == .notDirectory ? "inbox.no_directory" : "file.no_folder"
      guard [.notDirectory, .noSuchFileOrDirectory].contains(error) else {
        throw files.failure(error, folder)
      }
      throw Failure(.noInput, files.words(key, ["path": folder]))
    }
    for name in names where !Self.isOurs(name) {
      add(name, FilePath(folder).appending(name), files)
    }
    letters.sort { $0.precedes($1) }
  }

  /// Receipts and notes may be kept in the same folder.
  private static func isOurs(_ name: String) -> Bool {
    name.hasSuffix(".tlog-proof") || name.hasSuffix(".refused")
  }

  private mutating func add(_ name: String, _ path: FilePath, _ files: Files) {
    do {
      letters.append(try Self.letter(name, path, files))
    } catch let other as NoLetter {
      others.append((name, other.why))
    } catch let errno as Errno {
      others.append((name, files.words("inbox.system", ["error": "\(errno)"])))
    } catch {
      others.append((name, (error as? Failure)?.message ?? files.words("inbox.garbage")))
    }
  }

  /// Why a file is left alone.
  private struct NoLetter: Error { let why: String }

  private static func letter(_ name: String, _ path: FilePath, _ files: Files) throws -> Letter {
    // A pipe would be waited for, so nothing is opened that is not a file.
    guard try System.isRegularFile(path) else { throw NoLetter(why: files.words("inbox.special")) }
    guard let bytes = try files.read(path, noLongerThan: sizeMax) else {
      throw NoLetter(why: files.words("inbox.too_large", ["max": "\(sizeMax)"]))
    }
    guard let signed = try? SignedStatement(parsing: bytes) else {
      let isDraft = bytes.last == 0x0A && (try? Statement(parsing: bytes.dropLast())) != nil
      throw NoLetter(why: files.words(isDraft ? "inbox.unsigned" : "inbox.garbage"))
    }
    do {
      return Letter(name: name, signed: signed, statement: try signed.statement())
    } catch {
      throw NoLetter(why: files.words.sentence(for: error))
    }
  }
}

extension Inbox.Letter {
  /// The author's own time, in statements that have one.
  private var sealedAt: Instant? {
    switch statement.body {
    case let it as BallotCast: it.sealedAt
    case let it as BallotRevoked: it.sealedAt
    case let it as ApplicationSubmitted: it.sealedAt
    default: nil
    }
  }

  fileprivate func precedes(_ other: Inbox.Letter) -> Bool {
    let (own, others) = (sealedAt?.seconds ?? .min, other.sealedAt?.seconds ?? .min)
    return own == others ? name.utf8.lexicographicallyPrecedes(other.name.utf8) : own < others
  }
}
