// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Signing
import SystemPackage

/// The two commands that `Tools/faults` needs, where the product's own are not wanted.
enum Faults {
  /// Commits one statement, and prints `entry <index> <leaf hash>` when it is durable.
  static func commit(_ path: String, number: Int) throws {
    let key = try Coalition.key(0)
    do throws(LedgerError) {
      var writer = try LogWriter.open(
        FilePath(path), signedHead: FilePath(path + ".head"), operatorKey: key)
      let draft: SignedStatement
      do {
        draft = try Coalition.statement(number, member: 1, key: Coalition.key(1))
      } catch {
        fatalError("\(error)")
      }
      let receipt = try writer.commit(
        [draft], received: Coalition.time(number), operatorKey: key)
      let index = receipt.entries.lowerBound
      print("entry \(index) \(Hex.encode(writer.log.leafHash(index)))")
    } catch {
      complain("\(error)")
    }
  }

  /// Verifies a log, and prints a line `entry <index> <leaf hash>` for each of its entries.
  static func printLeaves(_ path: String) throws {
    do throws(LedgerError) {
      let log = try Log.read(FilePath(path))
      for index in log.entries.indices {
        print("entry \(index) \(Hex.encode(log.leafHash(index)))")
      }
    } catch {
      complain("\(error)")
    }
  }

  private static func complain(_ text: String) -> Never {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
    exit(1)
  }
}
